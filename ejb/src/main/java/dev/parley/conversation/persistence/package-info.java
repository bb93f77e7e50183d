/** The message log on plain JDBC, both ways: the group-commit writer and the readers. Internal to the conversation feature. */
package dev.parley.conversation.persistence;
