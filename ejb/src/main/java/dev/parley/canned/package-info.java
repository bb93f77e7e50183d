/**
 * Prepared answers: {@link dev.parley.canned.CannedResponses}. Kept here with their variables as written; the console fills them in, since
 * only it knows the conversation that an answer goes to. Knows of other features only departments, and the audit log.
 */
package dev.parley.canned;
