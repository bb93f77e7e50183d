package dev.parley.running.isolation;

import static dev.parley.running.ChatClient.frame;

import dev.parley.running.Repository;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Every frame a client may send: who may, whether it is answered, and how it is written about a conversation. */
final class FrameTable {
    private static final String SEALED = "dev.parley.web.socket.frame.ClientFrame";

    /**
     * A frame.
     *
     * @param forVisitors whether visitors may send it too
     * @param answered whether it gets an answer with its {@code ref}
     * @param about writes it about a conversation of the desk; null for a frame that names none
     */
    record Kind(
            boolean forVisitors,
            boolean answered,
            BiFunction<Desk, String, JsonObjectBuilder> about,
            JsonObjectBuilder plain) {}

    private final Map<String, Kind> kinds = new TreeMap<>();

    FrameTable() {
        about(
                "send",
                true,
                true,
                (d, c) -> named("send", c).add("clientId", uuid()).add("text", "Hello"));
        about("history", true, true, (d, c) -> named("history", c));
        about("typing", true, false, (d, c) -> named("typing", c).add("on", true));
        about("read", true, false, (d, c) -> named("read", c).add("seq", 1));
        about("close", true, true, (d, c) -> named("close", c));
        about("rate", true, true, (d, c) -> named("rate", c).add("score", 5));
        about("accept", false, true, (d, c) -> named("accept", c));
        about("decline", false, true, (d, c) -> named("decline", c));
        about(
                "transfer",
                false,
                true,
                (d, c) -> named("transfer", c)
                        .add("to", Json.createObjectBuilder().add("department", d.department("acme"))));
        about(
                "note",
                false,
                true,
                (d, c) -> named("note", c).add("clientId", uuid()).add("text", "Hello"));
        about("invite", false, true, (d, c) -> named("invite", c).add("agent", d.account(Actor.AGENT)));
        about("leave", false, true, (d, c) -> named("leave", c));
        about("open", false, true, (d, c) -> named("open", c));
        about("view", false, true, (d, c) -> named("view", c));
        plain("hello", true, frame("hello").add("token", "none"));
        plain("ping", true, frame("ping"));
        plain("page", true, frame("page").add("url", "https://shop.example/"));
        plain("call", true, frame("call"));
        plain("presence", false, frame("presence").add("status", "available"));
        plain("sip", false, frame("sip"));
    }

    private void about(
            String type, boolean forVisitors, boolean answered, BiFunction<Desk, String, JsonObjectBuilder> about) {
        kinds.put(type, new Kind(forVisitors, answered, about, null));
    }

    private void plain(String type, boolean forVisitors, JsonObjectBuilder frame) {
        kinds.put(type, new Kind(forVisitors, true, null, frame));
    }

    /** Frames about a conversation, by type. */
    Map<String, Kind> aboutConversations() {
        Map<String, Kind> found = new TreeMap<>(kinds);
        found.values().removeIf(kind -> kind.about() == null);
        return found;
    }

    /** Frames that visitors may not send, by type. */
    Map<String, Kind> forAgents() {
        Map<String, Kind> found = new TreeMap<>(kinds);
        found.values().removeIf(Kind::forVisitors);
        return found;
    }

    /** What the code and this table do not both know. */
    Set<String> unknown(Set<String> listed) {
        Set<String> difference = new TreeSet<>(listed);
        difference.removeAll(kinds.keySet());
        Set<String> gone = new TreeSet<>(kinds.keySet());
        gone.removeAll(listed);
        difference.addAll(gone);
        return difference;
    }

    /** The types that the code permits, from its sealed interface. */
    static Set<String> listed() {
        Set<String> types = new TreeSet<>();
        leaves(Repository.load("web", SEALED))
                .forEach(type -> types.add(type.getSimpleName().toLowerCase(Locale.ROOT)));
        return types;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FrameTable::leaves)
                : Stream.of(type);
    }

    private static JsonObjectBuilder named(String type, String conversation) {
        return frame(type).add("conversation", conversation);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
