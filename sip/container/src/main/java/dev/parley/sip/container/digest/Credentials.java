package dev.parley.sip.container.digest;

import dev.parley.sip.container.address.Scan;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.sip.ServletParseException;

/**
 * What somebody says to prove who he is.
 *
 * @param nonceCount eight hexadecimal digits, as given
 * @param response lower-case hexadecimal
 */
public record Credentials(
        String username,
        String realm,
        String nonce,
        String uri,
        String response,
        DigestAlgorithm algorithm,
        String clientNonce,
        String nonceCount) {
    private static final Pattern SCHEME = Pattern.compile("(?is)digest\\s+(.*)");
    private static final Pattern COUNT = Pattern.compile("[0-9a-fA-F]{8}");
    private static final Pattern RESPONSE = Pattern.compile("[0-9a-fA-F]{32,64}");
    private static final int LONGEST = 4_096;

    /**
     * Reads an Authorization header. Nothing if it is no Digest, is malformed, names an algorithm that was not offered, or
     * lacks qop "auth", without which a replay could not be told from the first use.
     */
    public static Optional<Credentials> parse(String header) {
        Matcher scheme = header.length() > LONGEST ? SCHEME.matcher("") : SCHEME.matcher(header.trim());
        if (!scheme.matches()) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        try {
            for (String field : Scan.split(scheme.group(1), ',')) {
                int equals = field.indexOf('=');
                if (equals < 1 || fields.put(name(field, equals), value(field, equals)) != null) {
                    return Optional.empty();
                }
            }
        } catch (ServletParseException malformed) {
            return Optional.empty();
        }
        return of(fields);
    }

    private static String name(String field, int equals) {
        return field.substring(0, equals).trim().toLowerCase(Locale.ROOT);
    }

    private static String value(String field, int equals) {
        String value = field.substring(equals + 1).trim();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static Optional<Credentials> of(Map<String, String> fields) {
        boolean complete = fields.keySet()
                        .containsAll(List.of("username", "realm", "nonce", "uri", "response", "cnonce", "nc", "qop"))
                && fields.get("qop").equalsIgnoreCase("auth")
                && COUNT.matcher(fields.get("nc")).matches()
                && RESPONSE.matcher(fields.get("response")).matches();
        if (!complete) {
            return Optional.empty();
        }
        return DigestAlgorithm.named(fields.get("algorithm"))
                .map(algorithm -> new Credentials(
                        fields.get("username"),
                        fields.get("realm"),
                        fields.get("nonce"),
                        fields.get("uri"),
                        fields.get("response").toLowerCase(Locale.ROOT),
                        algorithm,
                        fields.get("cnonce"),
                        fields.get("nc")));
    }

    /** How often the client says it has used the nonce. */
    long count() {
        return Long.parseLong(nonceCount, 16);
    }
}
