package dev.parley.bench.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.DeskSocket;
import dev.parley.bench.client.Json;
import dev.parley.bench.routing.StormCompany.Staff;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Somebody who answers: accepts most offers, declines some and lets some run out; ends conversations or hands them on; is away at times; loses
 * the connection at times and comes back by whatever node, soon or when the grace time is over. Lives on the loop's thread.
 */
final class StormAgent {
    private final Storm storm;
    private final Staff staff;
    private final Random chance;
    private final Set<String> offers = new HashSet<>();
    private final Set<String> inHand = new HashSet<>();
    private DeskSocket socket;
    /** Whether it is away by its own choice and comes back by itself. */
    private boolean resting;
    /** Grows with every socket, so that what an earlier one was to do is left. */
    private int life;

    StormAgent(Storm storm, Staff staff, Random chance) {
        this.storm = storm;
        this.staff = staff;
        this.chance = chance;
    }

    String id() {
        return staff.id();
    }

    /** Comes to work. */
    void begin() {
        connect();
        storm.after(chance, 5_000, 15_000, this::live);
    }

    private void connect() {
        if (storm.over()) {
            return;
        }
        int mine = ++life;
        DeskSocket.open(
                        storm.loop(),
                        storm.nodes().any(chance).address(),
                        "agent",
                        staff.token(),
                        Map.of(),
                        frame -> hear(mine, frame))
                .whenComplete((opened, failure) -> storm.loop().run(() -> connected(mine, opened, failure)));
    }

    private void connected(int mine, DeskSocket opened, Throwable failure) {
        if (failure != null) {
            storm.tally().failed("agent comes (back) by a socket", failure);
            storm.after(chance, 300, 1_500, this::connect);
            return;
        }
        if (mine != life) {
            opened.link().close(1000);
            return;
        }
        socket = opened;
        storm.hearing().connected(id(), Moment.now());
        storm.tally().done("agent comes (back) by a socket");
        opened.closed().thenAccept(code -> storm.loop().run(() -> lost(mine)));
        JsonNode welcome = opened.welcome();
        for (JsonNode item : welcome.path("conversations")) {
            if (item.path("agent").path("id").asText().equals(id())
                    && item.path("status").asText().equals("open")) {
                take(item.path("id").asText());
            }
        }
        if (!welcome.path("agent").path("status").asText().equals("available")) {
            become("available");
        }
    }

    /** The server's end: of four agents one does not find back within the grace time. */
    private void lost(int mine) {
        if (mine != life) {
            return;
        }
        storm.hearing().gone(id(), Moment.now());
        leave();
        boolean stranded = chance.nextInt(4) == 0;
        storm.after(chance, stranded ? 34_000 : 200, stranded ? 45_000 : 3_000, this::connect);
    }

    /** Forgets all that belongs to the socket. */
    private void leave() {
        life++;
        socket = null;
        offers.clear();
        inHand.clear();
    }

    private void hear(int mine, JsonNode frame) {
        if (mine != life) {
            return;
        }
        String conversation = frame.path("conversation").asText();
        switch (frame.path("type").asText()) {
            case "offer" -> {
                storm.hearing().offered(id(), conversation, Moment.now());
                if (offers.add(conversation)) {
                    answer(conversation);
                }
            }
            case "offerEnded" -> {
                offers.remove(conversation);
                if (frame.path("reason").asText().equals("missed")) {
                    storm.tally().done("agent misses an offer");
                }
            }
            case "assigned" -> {
                if (frame.path("agent").path("id").asText().equals(id())) {
                    take(conversation);
                } else {
                    inHand.remove(conversation);
                }
            }
            case "status" -> changed(conversation, frame);
            case "presence" -> {
                if (!resting
                        && frame.path("agent").asText().equals(id())
                        && !frame.path("status").asText().equals("available")) {
                    storm.after(chance, 500, 4_000, () -> become("available"));
                }
            }
            default -> {
                // messages and the like: others look after those
            }
        }
    }

    private void changed(String conversation, JsonNode frame) {
        String status = frame.path("status").asText();
        if (!status.equals("open")) {
            inHand.remove(conversation);
        }
        String department = frame.path("summary").path("department").path("id").asText();
        if (status.equals("waiting") && storm.pickedByHand(department) && chance.nextInt(3) > 0) {
            storm.after(chance, 100, 2_000, () -> accept("agent picks from the queue", conversation));
        }
    }

    /** Of a hundred offers 75 are accepted, 15 declined, and 10 nobody sees. */
    private void answer(String conversation) {
        int mood = chance.nextInt(100);
        if (mood < 75) {
            storm.after(chance, 20, 400, () -> accept("agent accepts", conversation));
        } else if (mood < 90) {
            storm.after(
                    chance,
                    20,
                    800,
                    () -> ask("agent declines", Json.object("type", "decline", "conversation", conversation)));
        }
    }

    private void accept(String kind, String conversation) {
        ask(kind, Json.object("type", "accept", "conversation", conversation));
    }

    private void take(String conversation) {
        if (inHand.add(conversation)) {
            int mine = life;
            storm.after(chance, 700, 4_500, () -> {
                if (mine == life) {
                    finish(conversation);
                }
            });
        }
    }

    private void finish(String conversation) {
        int end = chance.nextInt(100);
        if (end < 84) {
            inHand.remove(conversation);
            ask("agent closes", Json.object("type", "close", "conversation", conversation));
        } else if (end < 90) {
            transfer(conversation, Json.object("department", storm.anyDepartment(chance)));
        } else if (end < 95) {
            transfer(conversation, Json.object("agent", storm.anyAgent(chance)));
        }
        // the rest is left to the visitor
    }

    private void transfer(String conversation, ObjectNode to) {
        ObjectNode frame = Json.object("type", "transfer", "conversation", conversation);
        frame.set("to", to);
        ask(to.has("agent") ? "agent transfers to a colleague" : "agent transfers to a department", frame);
        // refused, or to where nobody has time: the next try may end it
        int mine = life;
        storm.after(chance, 3_000, 5_000, () -> {
            if (mine == life && inHand.contains(conversation)) {
                finish(conversation);
            }
        });
    }

    /** Now and then something else than work. */
    private void live() {
        if (storm.over()) {
            return;
        }
        if (socket != null) {
            int what = chance.nextInt(100);
            if (what < 45) {
                rest(what < 25 ? "away" : what < 35 ? "busy" : "offline");
            } else {
                drop(what < 75);
            }
        }
        storm.after(chance, 8_000, 30_000, this::live);
    }

    private void rest(String how) {
        resting = true;
        become(how);
        storm.after(chance, 500, 4_000, () -> {
            resting = false;
            become("available");
        });
    }

    /** One time in twelve it takes longer than the grace time. */
    private void drop(boolean withoutWord) {
        storm.hearing().gone(id(), Moment.now());
        DeskSocket old = socket;
        leave();
        if (withoutWord) {
            old.link().drop();
        } else {
            old.link().close(1000);
        }
        boolean lost = chance.nextInt(12) == 0;
        storm.after(chance, lost ? 34_000 : 100, lost ? 45_000 : 5_000, this::connect);
    }

    private void become(String status) {
        ask("agent is " + status, Json.object("type", "presence", "status", status));
    }

    private void ask(String kind, ObjectNode frame) {
        if (socket == null || storm.over()) {
            return;
        }
        socket.ask(frame).whenComplete((answer, failure) -> {
            if (failure == null) {
                storm.tally().done(kind);
            } else {
                storm.tally().failed(kind, failure);
            }
        });
    }

    void end() {
        if (socket != null) {
            DeskSocket old = socket;
            leave();
            storm.hearing().gone(id(), Moment.now());
            old.link().close(1000);
        }
    }
}
