/**
 * Reaching people who are not here. So far: a notification in the browser of a visitor who left, when somebody answers (web push).
 *
 * <p>Doors: {@link dev.parley.notification.WebPush} for visitors who want it, {@link dev.parley.notification.AnswerNotices} for whoever
 * learns of an answer. It knows conversations by their door, and writes {@code push_key} and {@code push_subscription}, nothing else.
 * Off, unless the operator turns it on; see {@code docs/adr/2026-11-28-web-push.md}.
 */
package dev.parley.notification;
