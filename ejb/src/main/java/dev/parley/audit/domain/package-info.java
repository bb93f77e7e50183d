/** The entries of the audit log. */
package dev.parley.audit.domain;
