package dev.parley.bench.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A history read back and put in order for the rules. */
final class Recorded {
    /** A client's wish to send; {@code turn} counts its wishes in the one conversation. */
    record Wish(String who, String clientId, long turn, String text) {}

    /** The server's answer; {@code again} when the client had sent it before. */
    record Sent(String who, String clientId, String conversation, long seq, String id, boolean again) {}

    /** A message as somebody saw or reads it. */
    record Row(
            String who,
            long socket,
            String conversation,
            long seq,
            String id,
            String kind,
            String author,
            String text) {}

    /** Where a client hears of a conversation: on one socket, or on all of them (0). */
    record Ear(String who, long socket, String conversation) {}

    final Map<String, Wish> wishes = new LinkedHashMap<>();
    final List<Sent> sent = new ArrayList<>();
    final Map<Ear, List<Long>> heard = new LinkedHashMap<>();
    final Map<Ear, TreeSet<Long>> known = new LinkedHashMap<>();
    final Map<String, Map<String, List<Row>>> views = new LinkedHashMap<>();
    final Map<String, List<String>> listed = new LinkedHashMap<>();

    static Recorded read(Path file) throws IOException {
        Recorded recorded = new Recorded();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(Json::read).forEach(recorded::add);
        }
        return recorded;
    }

    private void add(JsonNode line) {
        String who = line.path("who").asText();
        switch (line.path("op").asText()) {
            case "invoke" ->
                wishes.put(
                        line.path("clientId").asText(),
                        new Wish(
                                who,
                                line.path("clientId").asText(),
                                line.path("turn").asLong(),
                                line.path("text").asText()));
            case "sent" -> addSent(who, line);
            case "seen" -> hear(row(who, line), true);
            case "fetched" -> hear(row(who, line), false);
            case "view" -> {
                Row row = row(who, line);
                views.computeIfAbsent(row.conversation(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(who, key -> new ArrayList<>())
                        .add(row);
            }
            case "listed" -> {
                List<String> conversations = new ArrayList<>();
                line.path("conversations").forEach(conversation -> conversations.add(conversation.asText()));
                listed.put(who, conversations);
            }
            default -> {
                // faults and reconnections explain a history; no rule reads them
            }
        }
    }

    private void addSent(String who, JsonNode line) {
        Sent answer = new Sent(
                who,
                line.path("clientId").asText(),
                line.path("conversation").asText(),
                line.path("seq").asLong(),
                line.path("id").asText(),
                line.path("again").asBoolean());
        sent.add(answer);
        hear(
                new Row(
                        who,
                        line.path("socket").asLong(),
                        answer.conversation(),
                        answer.seq(),
                        answer.id(),
                        "",
                        "",
                        ""),
                !answer.again());
    }

    /** A repeated answer or a fetched page tells of old places and says nothing about order. */
    private void hear(Row row, boolean inOrder) {
        known.computeIfAbsent(new Ear(row.who(), 0, row.conversation()), key -> new TreeSet<>())
                .add(row.seq());
        if (inOrder) {
            heard.computeIfAbsent(new Ear(row.who(), row.socket(), row.conversation()), key -> new ArrayList<>())
                    .add(row.seq());
        }
    }

    private static Row row(String who, JsonNode line) {
        return new Row(
                who,
                line.path("socket").asLong(),
                line.path("conversation").asText(),
                line.path("seq").asLong(),
                line.path("id").asText(),
                line.path("kind").asText(),
                line.path("author").asText(),
                line.path("text").asText());
    }
}
