/** Faults: kills, cuts, slow readers, frames sent several times; and what must hold through all of them. */
package dev.parley.bench.fault;
