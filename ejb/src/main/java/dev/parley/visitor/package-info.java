/**
 * Those who come to a site: a browser that comes again with its cookie is the same visitor. The door is
 * {@link dev.parley.visitor.Visitors}. Knows the company's sites, and no other feature.
 */
package dev.parley.visitor;
