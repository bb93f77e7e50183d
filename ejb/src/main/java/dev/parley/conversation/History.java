package dev.parley.conversation;

import java.util.List;

/** Part of a timeline, oldest first, and whether there is more in the direction asked for. */
public record History(String conversation, List<Message> messages, boolean more) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public History {
        messages = List.copyOf(messages);
    }
}
