/** The rows of notifications. */
package dev.parley.notification.persistence;
