/** What every feature speaks of: who is asking ({@link dev.parley.shared.Caller}), what went wrong ({@link dev.parley.shared.DeskException}),
 * ids, the clock, the data source and its migration. Knows no feature. */
package dev.parley.shared;
