/** Desk phones and their secrets, in plain Java with JPA mapping. */
package dev.parley.call.domain;
