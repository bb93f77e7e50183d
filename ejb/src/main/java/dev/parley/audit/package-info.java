/**
 * What administrators changed, for good: doors hand each change to {@link dev.parley.audit.AuditTrail} in their own transaction, and
 * {@link dev.parley.audit.AuditLog} shows it. Nothing here changes or deletes an entry. Knows no other feature.
 */
package dev.parley.audit;
