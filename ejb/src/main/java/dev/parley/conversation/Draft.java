package dev.parley.conversation;

import dev.parley.shared.CardNumbers;
import dev.parley.shared.Digests;
import dev.parley.shared.Invalid;
import dev.parley.shared.TooLarge;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody wants to say.
 *
 * @param clientId the sender's name for it, a UUID (any 1 to 64 of letters, digits, {@code - _ . :})
 * @param conversation public id, or null to open one (visitors only)
 * @param department public id, or null for the site's default; only when opening
 * @param text at most 8,000 characters; may be empty where there are files; numbers of cards are hidden, see {@link CardNumbers}
 * @param files public ids of own uploads, at most 10
 * @param replyTo id of a message of the same conversation, or null
 * @param origin the live session it came from, or null: that session gets the receipt, not the message
 * @param form what a visitor filled in, by the fields' names; looked at only where the message opens a conversation
 */
public record Draft(
        String clientId,
        String conversation,
        String department,
        String text,
        List<String> files,
        String replyTo,
        String origin,
        Map<String, String> form) {
    public static final int MAX_TEXT = 8_000;
    public static final int MAX_FILES = 10;
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Without a form. */
    public Draft(
            String clientId,
            String conversation,
            String department,
            String text,
            List<String> files,
            String replyTo,
            String origin) {
        this(clientId, conversation, department, text, files, replyTo, origin, Map.of());
    }

    /** @throws Invalid or {@link TooLarge} if it breaks a limit */
    public Draft {
        if (clientId == null || !CLIENT_ID.matcher(clientId).matches()) {
            throw new Invalid("clientId must be 1 to 64 letters, digits, '-', '_', '.' or ':'.");
        }
        text = text == null ? "" : text;
        files = files == null ? List.of() : List.copyOf(files);
        form = Map.copyOf(form);
        if (text.length() > MAX_TEXT) throw new TooLarge("A message has at most 8,000 characters.");
        if (files.size() > MAX_FILES) throw new TooLarge("A message has at most 10 files.");
        if (text.isBlank() && files.isEmpty()) throw new Invalid("The message is empty.");
        text = CardNumbers.masked(text);
        // PostgreSQL cannot keep U+0000, and half a surrogate pair is no text
        if (text.indexOf('\0') >= 0 || !isWellFormed(text)) throw new Invalid("The text is not valid Unicode text.");
    }

    /** What makes a resend "the same": text, files, reply and the conversation that was asked for. */
    public String digest() {
        String asked = conversation == null ? "" : conversation;
        return Digests.sha256Base64(
                asked + '\0' + text + '\0' + String.join(",", files) + '\0' + (replyTo == null ? "" : replyTo));
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            if (Character.isLowSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) {
                return false;
            }
            i++;
        }
        return true;
    }
}
