/** What an operator's tools ask: is it alive, is it ready, and who may read its figures. Nothing here knows a conversation. */
package dev.parley.web.health;
