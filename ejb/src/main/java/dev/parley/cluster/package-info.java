/**
 * What the nodes of one installation tell each other: hints, never facts. The database is the truth; a hint says where to look in it, may be
 * lost, may come twice, and then costs time, never a message.
 *
 * <p>news of the features (after the commit) → {@link dev.parley.cluster.NewsHints} → {@link dev.parley.cluster.Cluster} → {@link
 * dev.parley.cluster.ClusterBus} → the other nodes, where {@link dev.parley.cluster.Cluster} fires each {@link dev.parley.cluster.Hint}.
 * Doors: {@code Cluster}. It listens to the news of all features and changes nothing of theirs; see {@code
 * docs/adr/2026-11-29-cluster-bus.md}.
 */
package dev.parley.cluster;
