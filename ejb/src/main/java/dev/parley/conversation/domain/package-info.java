/** The thread itself and its append-only log: plain Java with JPA mapping, no queries. */
package dev.parley.conversation.domain;
