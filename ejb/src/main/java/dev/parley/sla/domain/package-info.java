/** Which clocks run in a conversation, in plain Java. */
package dev.parley.sla.domain;
