/** Bodies: JSON to records and back, the same on every server whatever JSON library it prefers, and bounded in size and depth. */
package dev.parley.web.rest.json;
