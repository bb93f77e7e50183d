/** Canned responses as they are kept. */
package dev.parley.canned.domain;
