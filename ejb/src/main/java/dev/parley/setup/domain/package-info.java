/** What is kept of the set-up code. */
package dev.parley.setup.domain;
