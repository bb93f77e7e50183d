/** How canned responses are kept. */
package dev.parley.canned.persistence;
