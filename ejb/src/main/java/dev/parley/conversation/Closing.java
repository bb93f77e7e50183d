package dev.parley.conversation;

import java.util.List;

/**
 * What an agent says when closing a conversation.
 *
 * @param tags public ids of all the tags it shall have, at most {@value #MOST_TAGS}; null leaves those it has
 * @param outcome public id of how it ended, or null
 */
public record Closing(List<String> tags, String outcome) {
    public static final int MOST_TAGS = 20;
    public static final Closing WITHOUT_A_WORD = new Closing(null, null);
}
