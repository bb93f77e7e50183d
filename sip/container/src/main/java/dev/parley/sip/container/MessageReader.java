package dev.parley.sip.container;

import dev.parley.sip.container.message.HeaderLines;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Reads bytes into a message, strictly where a mistake would change its meaning. Stateless. */
final class MessageReader {
    /** Headers a message may have once only. */
    private static final Set<String> ONCE =
            Set.of("From", "To", "Call-ID", "CSeq", "Max-Forwards", "Content-Length", "Content-Type", "Expires");
    /** Headers whose mistakes may be overlooked, since what they say is a wish. */
    private static final Set<String> FORGIVEN = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "alert-info",
            "allow",
            "allow-events",
            "call-info",
            "date",
            "expires",
            "in-reply-to",
            "organization",
            "priority",
            "reply-to",
            "server",
            "subject",
            "supported",
            "timestamp",
            "user-agent",
            "warning",
            "p-asserted-identity",
            "p-preferred-identity",
            "privacy",
            "reason");

    private MessageReader() {}

    /**
     * The message, with its body cut to its Content-Length.
     *
     * @throws ParseException if it is malformed; any mistake of the parser itself counts as that too
     */
    static SIPMessage read(byte[] bytes, HeaderLines headers) throws ParseException {
        try {
            SIPMessage message = new StringMsgParser().parseSIPMessage(bytes, false, false, MessageReader::onMistake);
            if (message == null) {
                throw new ParseException("Nothing but control characters", 0);
            }
            refuseTwins(headers);
            readBody(message, bytes, headers);
            message.setApplicationData(headers);
            return message;
        } catch (RuntimeException ofTheParser) {
            // the parser throws NumberFormatException and others on garbage
            throw (ParseException) new ParseException("Malformed", 0).initCause(ofTheParser);
        }
    }

    private static void onMistake(ParseException mistake, SIPMessage message, Class<?> header, String line, String text)
            throws ParseException {
        int colon = line == null ? -1 : line.indexOf(':');
        String name = colon < 0
                ? ""
                : HeaderLines.longName(line.substring(0, colon).trim()).toLowerCase(Locale.ROOT);
        if (!FORGIVEN.contains(name)) {
            throw mistake;
        }
        message.addUnparsed(line);
    }

    private static void refuseTwins(HeaderLines headers) throws ParseException {
        for (String name : ONCE) {
            if (headers.lines(name).size() > 1) {
                throw new ParseException("More than one " + name, 0);
            }
        }
    }

    private static void readBody(SIPMessage message, byte[] bytes, HeaderLines headers) throws ParseException {
        int start = Math.min(message.getSize(), bytes.length);
        int announced = bytes.length - start;
        String length = headers.first("Content-Length").orElse(null);
        if (length != null) {
            if (!length.matches("[0-9]{1,9}")) {
                throw new ParseException("Bad Content-Length", 0);
            }
            announced = Integer.parseInt(length);
        }
        if (announced > bytes.length - start) {
            throw new ParseException("The body is shorter than its Content-Length", 0);
        }
        if (announced > 0) {
            message.setMessageContent(Arrays.copyOfRange(bytes, start, start + announced));
        }
    }
}
