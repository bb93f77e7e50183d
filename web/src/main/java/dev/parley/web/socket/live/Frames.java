package dev.parley.web.socket.live;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Message;
import dev.parley.conversation.Note;
import dev.parley.conversation.Receipt;
import dev.parley.shared.DeskException;
import dev.parley.web.socket.frame.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The frames that the server sends about conversations, as JSON text. */
final class Frames {
    /** What a frame's 64 KiB leave to a list beside the rest of a welcome. */
    private static final int MAX_LISTED_BYTES = 52 * 1024;

    /** More than anybody reads in a conversation's head. */
    private static final int MAX_VIEWERS = 20;

    static final String BEAT = JsonText.frame("beat").toString();

    /** So much of words stands where they only announce something. */
    private static final int MOST_SHOWN = 200;

    /** So much of what is being written is seen before it is sent. */
    private static final int MOST_PREVIEWED = 500;

    private Frames() {}

    static String message(Message m) {
        return row(JsonText.frame("message"), m).toString();
    }

    static String note(Note n) {
        return note(JsonText.frame("message"), n).toString();
    }

    static String sent(String ref, Receipt r) {
        return JsonText.frame("sent")
                .with("ref", ref)
                .with("clientId", r.clientId())
                .with("conversation", r.conversation())
                .with("seq", r.seq())
                .with("id", r.id())
                .with("at", r.at())
                .toString();
    }

    static String ok(String ref) {
        return JsonText.frame("ok").with("ref", ref).toString();
    }

    static String error(String ref, DeskException e) {
        return error(ref, e.code(), e.getMessage(), e.retry());
    }

    static String error(String ref, String code, String message, boolean retry) {
        return JsonText.frame("error")
                .with("ref", ref)
                .with("code", code)
                .with("message", message)
                .with("retry", retry)
                .toString();
    }

    static JsonText row(JsonText to, Message m) {
        return to.with("conversation", m.conversation())
                .with("seq", m.seq())
                .with("id", m.id())
                .with("clientId", m.clientId())
                .with("at", m.at())
                .with("author", author(m.author()))
                .with("kind", m.kind())
                .with("text", m.text())
                .members(m.extra());
    }

    static JsonText note(JsonText to, Note n) {
        return to.with("conversation", n.conversation())
                .with("after", n.after())
                .with("id", n.id())
                .with("clientId", n.clientId())
                .with("at", n.at())
                .with("author", author(n.author()))
                .with("kind", "note")
                .with("text", n.text());
    }

    static JsonText author(Author a) {
        return JsonText.object().with("kind", a.kind()).with("id", a.id()).with("name", a.name());
    }

    /** As a visitor sees it: nothing about who else waits, or what colleagues write. */
    static JsonText forVisitor(ConversationView v) {
        return common(v).with("agent", agent(v.agent()));
    }

    static JsonText forAgent(ConversationView v) {
        return common(v)
                .with("visitor", named(v.visitor()))
                .with("agent", agent(v.agent()))
                .with("waitingSince", v.waitingSince())
                .with("outcome", named(v.outcome()))
                .with("priority", v.priority().wire())
                .with("target", target(v.target()))
                .list("tags", v.tags().stream().map(Frames::named).toList())
                .list(
                        "participants",
                        v.participants().stream().map(Frames::named).toList());
    }

    private static JsonText target(ConversationView.Target target) {
        if (target == null) return null;
        return JsonText.object()
                .with("measure", target.measure())
                .with("dueAt", target.dueAt())
                .with("warnAt", target.warnAt());
    }

    private static JsonText common(ConversationView v) {
        return JsonText.object()
                .with("id", v.id())
                .with("status", v.status().wire())
                .with("origin", v.origin())
                .with("department", named(v.department()))
                .with("lastSeq", v.lastSeq())
                .with("readSeq", v.readSeq())
                .with("unread", v.unread())
                .with("delivered", v.delivered())
                .with("read", v.read())
                .with("openedAt", v.openedAt())
                .with("closedAt", v.closedAt())
                .with("lastAt", v.lastAt())
                .with("preview", v.preview())
                .with("previous", v.previous());
    }

    static JsonText named(ConversationView.Named named) {
        return named == null ? null : JsonText.object().with("id", named.id()).with("name", named.name());
    }

    private static JsonText agent(ConversationView.Agent agent) {
        if (agent == null) return null;
        return JsonText.object()
                .with("id", agent.id())
                .with("name", agent.name())
                .with("title", agent.title())
                .with("avatar", agent.avatar());
    }

    /** @param forAgents whether with all that the list has of it */
    static String status(ConversationView view, Author by, String reason, boolean forAgents) {
        JsonText frame = JsonText.frame("status")
                .with("conversation", view.id())
                .with("status", view.status().wire())
                .with("origin", view.origin())
                .with("by", author(by))
                .with("reason", reason);
        if (forAgents) frame.with("summary", forAgent(view));
        return frame.toString();
    }

    /** Who answers, and from which department. */
    static String assigned(ConversationView v) {
        return JsonText.frame("assigned")
                .with("conversation", v.id())
                .with("agent", agent(v.agent()))
                .with("department", named(v.department()))
                .toString();
    }

    static String read(String type, String conversation, long seq, Author by) {
        return JsonText.frame(type)
                .with("conversation", conversation)
                .with("seq", seq)
                .with("by", author(by))
                .toString();
    }

    /** A note names the one who gets this. */
    static String mention(Note note) {
        return JsonText.frame("mention")
                .with("conversation", note.conversation())
                .with("by", author(note.author()))
                .with("text", beginning(note.text()))
                .toString();
    }

    /** The one who gets this has looked at all notes of the conversation that name him or her. */
    static String mention(String conversation) {
        return JsonText.frame("mention").with("conversation", conversation).toString();
    }

    /** Cut between characters, never within one. */
    static String beginning(String text) {
        if (text.length() <= MOST_SHOWN) return text;
        int end = Character.isHighSurrogate(text.charAt(MOST_SHOWN - 1)) ? MOST_SHOWN - 1 : MOST_SHOWN;
        return text.substring(0, end);
    }

    /** Where the writer is. Cut between characters, too. */
    private static String ending(String text) {
        int start = Math.max(0, text.length() - MOST_PREVIEWED);
        boolean within = start > 0 && Character.isLowSurrogate(text.charAt(start));
        return text.substring(within ? start + 1 : start);
    }

    /** @param preview what is being written, for those who may see it; or null */
    static String typing(String conversation, boolean on, Author by, String preview) {
        return JsonText.frame("typing")
                .with("conversation", conversation)
                .with("on", on)
                .with("by", author(by))
                .with("preview", preview == null ? null : ending(preview))
                .toString();
    }

    /** Which agents have it in front; the first of them, by name, each once. */
    static String viewers(String conversation, List<Author> agents) {
        return JsonText.frame("viewers")
                .with("conversation", conversation)
                .list(
                        "agents",
                        agents.stream()
                                .distinct()
                                .sorted(Comparator.comparing(Author::name).thenComparing(Author::id))
                                .limit(MAX_VIEWERS)
                                .map(a -> JsonText.object().with("id", a.id()).with("name", a.name()))
                                .toList())
                .toString();
    }

    static String history(String ref, String conversation, List<JsonText> messages, boolean more) {
        return JsonText.frame("history")
                .with("ref", ref)
                .with("conversation", conversation)
                .list("messages", messages)
                .with("more", more)
                .toString();
    }

    /** As many of a welcome's conversations as fit into a frame, from the first on. */
    static List<JsonText> fitting(Stream<JsonText> conversations) {
        int bytes = 0;
        var fitting = new ArrayList<JsonText>();
        for (JsonText each : (Iterable<JsonText>) conversations::iterator) {
            bytes += each.toString().getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > MAX_LISTED_BYTES) break;
            fitting.add(each);
        }
        return fitting;
    }

    static JsonText welcome(Instant now, List<JsonText> conversations, boolean more) {
        return JsonText.frame("welcome")
                .list("conversations", conversations)
                .with("more", more)
                .with("serverTime", now);
    }
}
