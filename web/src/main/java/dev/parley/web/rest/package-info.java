/**
 * REST under {@code /api/v1}: translates between JSON and the doors of {@code ejb}, and holds no rule of its own. {@code json} reads and
 * writes bodies, {@code problem} says what went wrong, {@code filter} finds out who asks and whether the page may.
 */
package dev.parley.web.rest;
