package dev.parley.bench.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.DeskSocket;
import dev.parley.bench.client.Json;
import dev.parley.bench.routing.Nodes.Node;
import java.util.Map;
import java.util.Random;

/**
 * One visitor after another in one place: comes, or comes again, says what it wants in some department, waits as long as its patience lasts,
 * and leaves when all is said. Lives on the loop's thread.
 */
final class StormVisitor {
    /** Nobody waits longer in this test, whatever happens. */
    private static final int LONGEST = 45_000;

    private final Storm storm;
    private final String name;
    private final Random chance;
    private String token;
    private DeskSocket socket;
    private String conversation;
    private boolean busy;
    /** Grows with every conversation. */
    private int turn;

    private int life;

    StormVisitor(Storm storm, String name, Random chance) {
        this.storm = storm;
        this.name = name;
        this.chance = chance;
    }

    boolean busy() {
        return busy;
    }

    /** Comes in. */
    void come() {
        busy = true;
        turn++;
        conversation = null;
        Node node = storm.nodes().any(chance);
        if (token != null && chance.nextInt(3) == 0) {
            greet(node);
            return;
        }
        leave();
        String language = StormCompany.LANGUAGES.get(chance.nextInt(StormCompany.LANGUAGES.size()));
        node.rest()
                .posted(
                        "sites/acme/visitors",
                        null,
                        Json.object("language", language).toString())
                .whenComplete((answer, failure) -> storm.loop().run(() -> {
                    if (failure != null || answer.status() != 201) {
                        busy = false;
                        return;
                    }
                    token = answer.json().get("token").asText();
                    greet(node);
                }));
    }

    private void greet(Node node) {
        if (socket != null) {
            say();
            return;
        }
        int mine = ++life;
        DeskSocket.open(storm.loop(), node.address(), "visitor", token, Map.of(), frame -> hear(mine, frame))
                .whenComplete((opened, failure) -> storm.loop().run(() -> greeted(mine, opened, failure)));
    }

    private void greeted(int mine, DeskSocket opened, Throwable failure) {
        if (failure != null) {
            again();
            return;
        }
        if (mine != life) {
            opened.link().close(1000);
            return;
        }
        socket = opened;
        opened.closed()
                .thenAccept(code -> storm.loop().run(() -> {
                    if (mine == life) {
                        leave();
                        again();
                    }
                }));
        if (conversation == null) {
            say();
            return;
        }
        for (JsonNode item : opened.welcome().path("conversations")) {
            if (item.path("id").asText().equals(conversation)
                    && item.path("status").asText().equals("closed")) {
                done();
            }
        }
    }

    /** The socket is gone while the visitor still wants something. */
    private void again() {
        if (busy && !storm.over()) {
            storm.after(chance, 200, 1_500, () -> {
                if (busy && socket == null) {
                    greet(storm.nodes().any(chance));
                }
            });
        }
    }

    private void say() {
        int mine = turn;
        // the same clientId whenever it is said again: it opens one conversation
        socket.ask(Json.object(
                        "type",
                        "send",
                        "clientId",
                        name + "-" + turn,
                        "department",
                        storm.departmentFor(name, turn),
                        "text",
                        "Good day, this is " + name + " for the time number " + turn))
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        storm.tally().failed("visitor asks", failure);
                        if (failure instanceof DeskSocket.Refusal && mine == turn) {
                            done();
                        }
                        return;
                    }
                    storm.tally().done("visitor asks");
                    if (mine == turn) {
                        conversation = sent.path("conversation").asText();
                        storm.waits(conversation);
                        patience(mine);
                    }
                });
    }

    private void patience(int mine) {
        int patience = chance.nextInt(10) == 0 ? 2_000 + chance.nextInt(6_000) : 20_000 + chance.nextInt(20_000);
        storm.loop().after(patience, () -> {
            if (mine == turn && busy) {
                close("visitor loses patience");
            }
        });
        storm.loop().after(LONGEST, () -> {
            if (mine == turn && busy) {
                close("visitor gives up");
                done();
            }
        });
    }

    private void hear(int mine, JsonNode frame) {
        if (mine != life
                || conversation == null
                || !frame.path("conversation").asText().equals(conversation)) {
            return;
        }
        String type = frame.path("type").asText();
        if (type.equals("status") && frame.path("status").asText().equals("closed")) {
            done();
        } else if (type.equals("assigned")) {
            storm.waitsNoMore(conversation);
            if (chance.nextInt(8) == 0) {
                int now = turn;
                storm.after(chance, 300, 4_000, () -> {
                    if (now == turn && busy) {
                        close("visitor closes");
                    }
                });
            }
        }
    }

    private void close(String kind) {
        if (socket == null || conversation == null) {
            return;
        }
        socket.ask(Json.object("type", "close", "conversation", conversation)).whenComplete((ok, failure) -> {
            if (failure == null) {
                storm.tally().done(kind);
            } else {
                storm.tally().failed(kind, failure);
            }
        });
    }

    private void done() {
        if (conversation != null) {
            storm.waitsNoMore(conversation);
        }
        busy = false;
        turn++;
        if (chance.nextInt(3) == 0) {
            leave();
        }
    }

    private void leave() {
        DeskSocket old = socket;
        life++;
        socket = null;
        if (old != null) {
            old.link().close(1000);
        }
    }

    void end() {
        busy = false;
        leave();
    }
}
