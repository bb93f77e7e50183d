package dev.parley.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An address, or a network like {@code 10.0.0.0/8}. Names are refused: nothing here asks a name server. */
record Network(byte[] address, int bits) {
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** @throws IllegalStateException if it is neither */
    static Network of(String text) {
        String[] parts = text.split("/", 2);
        byte[] address = bytes(parts[0]);
        if (address == null) throw notOne(text);
        int all = address.length * 8;
        try {
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > all) throw notOne(text);
            return new Network(address, bits);
        } catch (NumberFormatException e) {
            throw notOne(text);
        }
    }

    static boolean isAddress(String text) {
        return bytes(text) != null;
    }

    boolean contains(String text) {
        byte[] other = bytes(text);
        if (other == null || other.length != address.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
        }
        return true;
    }

    private static byte[] bytes(String text) {
        if (!LITERAL.matcher(text).matches()) return null;
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static IllegalStateException notOne(String text) {
        return new IllegalStateException(
                "PARLEY_TRUSTED_PROXIES must list addresses or networks like 10.0.0.0/8, not '" + text + "'");
    }
}
