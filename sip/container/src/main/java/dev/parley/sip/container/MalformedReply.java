package dev.parley.sip.container;

import dev.parley.sip.container.message.HeaderLines;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The answer to a request that no parser understood: its own lines given back, as far as they can be made out. */
final class MalformedReply {
    private MalformedReply() {}

    /** Nothing if the bytes are no request, or an ACK, or lack what an answer needs to find its way. */
    static Optional<byte[]> to(byte[] request, HeaderLines headers, Refusal refusal, Tags tags) {
        String start = new String(request, 0, Math.min(request.length, 512), StandardCharsets.UTF_8);
        boolean answerable = start.matches("(?s)(?!SIP/|ACK )[A-Za-z0-9.!%*_+`'~-]{1,32} .*")
                && headers.lines("Via").size() > 0
                && headers.lines("Via").size() < 50;
        if (!answerable) {
            return Optional.empty();
        }
        StringBuilder reply = new StringBuilder("SIP/2.0 ")
                .append(refusal.status())
                .append(' ')
                .append(refusal.reason());
        headers.lines("Via").forEach(via -> append(reply, "Via", via));
        for (String name : new String[] {"From", "To", "Call-ID", "CSeq"}) {
            String value = headers.first(name).orElse(null);
            if (value == null) {
                return Optional.empty();
            }
            append(reply, name, name.equals("To") ? tagged(value, headers, tags) : value);
        }
        refusal.headers().forEach(line -> reply.append("\r\n").append(line));
        reply.append("\r\nServer: ").append(StatelessReply.SERVER).append("\r\nContent-Length: 0\r\n\r\n");
        return Optional.of(reply.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String tagged(String to, HeaderLines headers, Tags tags) {
        String transaction =
                headers.first("Call-ID").orElse("") + headers.first("Via").orElse("");
        return to.matches("(?i).*;\\s*tag\\s*=.*") ? to : to + ";tag=" + tags.of(transaction);
    }

    private static void append(StringBuilder reply, String name, String value) {
        reply.append("\r\n").append(name).append(": ").append(value);
    }
}
