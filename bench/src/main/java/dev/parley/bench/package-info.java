/**
 * Load, faults and measurements against a running Parley, seen from outside only: through REST and WebSocket frames of the
 * public contract, the process's own counters, its log. No class of Parley is on this class path, so that a misunderstanding
 * of the contract cannot hide in code that both sides share.
 *
 * <p>{@link dev.parley.bench.Bench} finds a {@link dev.parley.bench.Program} by its name; {@code server} starts, kills and
 * observes what is measured; {@code client} speaks the contract; {@code history} records and checks what was promised;
 * {@code fault}, {@code frame} and {@code measure} hold the programs.
 */
package dev.parley.bench;
