/** Visitors. */
package dev.parley.visitor.domain;
