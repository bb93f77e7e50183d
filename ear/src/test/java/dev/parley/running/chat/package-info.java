/** What is promised about conversations, asked of a running Parley from outside. */
package dev.parley.running.chat;
