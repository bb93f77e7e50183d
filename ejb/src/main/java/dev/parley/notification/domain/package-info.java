/** What is kept for notifications. */
package dev.parley.notification.domain;
