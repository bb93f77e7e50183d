package dev.parley.bench.routing;

import dev.parley.bench.client.DeskRest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The nodes of one installation as clients see them: a door that is shut is not knocked at. */
final class Nodes {
    private final List<Node> all = new ArrayList<>();

    /** One node's door. */
    static final class Node {
        private final URI address;
        private final DeskRest rest;
        private volatile boolean up = true;

        private Node(URI address) {
            this.address = address;
            this.rest = new DeskRest(address);
        }

        URI address() {
            return address;
        }

        DeskRest rest() {
            return rest;
        }
    }

    void add(URI address) {
        all.add(new Node(address));
    }

    /** Says whether clients find it, by its number from 0. */
    void up(int number, boolean up) {
        all.get(number).up = up;
    }

    /** One of those that are up. */
    Node any(Random chance) {
        List<Node> up = all.stream().filter(node -> node.up).toList();
        return up.get(chance.nextInt(up.size()));
    }
}
