/**
 * Routing against a plain model. {@link dev.parley.bench.routing.Storm} lets visitors, agents and an administrator do whatever they may, over
 * all nodes; {@link dev.parley.bench.routing.Watch} has the database write down every change that matters; {@link
 * dev.parley.bench.routing.Judge} walks that history commit by commit with a {@link dev.parley.bench.routing.Desk} of its own and asks each
 * {@link dev.parley.bench.routing.Rule}. Driver and judge know nothing of each other but what an agent's socket heard ({@link
 * dev.parley.bench.routing.Hearing}). All times are microseconds since 1970.
 */
package dev.parley.bench.routing;
