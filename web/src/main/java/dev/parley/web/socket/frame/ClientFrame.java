package dev.parley.web.socket.frame;

import java.util.List;
import java.util.Map;

/** Everything a client may say, one record a type. {@code ref} is the client's, at most 64 characters, and comes back in the answer. */
public sealed interface ClientFrame {
    /** What both visitors and agents say. */
    sealed interface Shared extends ClientFrame {}

    /** What only agents say. */
    sealed interface ForAgents extends ClientFrame {}

    /** @param resume last seq the client has, by conversation */
    record Hello(String token, Map<String, Long> resume) implements Shared {}

    /** @param form what a visitor filled in before a first message, by the fields' names; empty where nothing was asked */
    record Send(
            String ref,
            String clientId,
            String conversation,
            String department,
            String text,
            List<String> files,
            String replyTo,
            Map<String, String> form)
            implements Shared {}

    record History(String ref, String conversation, Long after, Long before, Integer limit) implements Shared {}

    /** @param preview what is being written, where a site wants that; or null */
    record Typing(String conversation, boolean on, String preview) implements Shared {}

    record Read(String conversation, long seq) implements Shared {}

    /** @param tags null where none are named: it keeps those it has @param outcome or null; both are looked at from agents only */
    record Close(String ref, String conversation, List<String> tags, String outcome) implements Shared {}

    record Rate(String ref, String conversation) implements Shared {}

    record Call(String ref) implements Shared {}

    record Ping() implements Shared {}

    /** On which page of the host site a visitor is now; {@code title} and {@code referrer} may be null. */
    record Page(String url, String title, String referrer) implements Shared {}

    record Presence(String ref, String status, String reason) implements ForAgents {}

    record Accept(String ref, String conversation) implements ForAgents {}

    record Decline(String ref, String conversation) implements ForAgents {}

    record Transfer(String ref, String conversation, String agent, String department, String comment)
            implements ForAgents {}

    /** @param agent whom to ask in @param comment for colleagues, or null */
    record Invite(String ref, String conversation, String agent, String comment) implements ForAgents {}

    record Leave(String ref, String conversation) implements ForAgents {}

    record Note(String ref, String clientId, String conversation, String text) implements ForAgents {}

    record Open(String ref, String conversation) implements ForAgents {}

    /** @param conversation which one is in front, or null for none */
    record View(String ref, String conversation) implements ForAgents {}

    record Sip(String ref) implements ForAgents {}

    /** The client's name for the question; null where it gave none, or the type has none. */
    default String ref() {
        return null;
    }
}
