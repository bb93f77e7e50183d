package dev.parley.sip.container.message;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message's body: bytes of a type. Text bodies are given as strings, all others as bytes. */
final class Content {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");
    private static final byte[] NONE = new byte[0];

    private byte[] bytes = NONE;
    private String type;
    private String encoding;

    Content() {}

    Content(byte[] bytes, String type) {
        this.bytes = bytes == null ? NONE : bytes;
        this.type = type;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    String type() {
        return type;
    }

    void type(String newType) {
        type = newType;
    }

    String encoding() {
        if (encoding != null || type == null) {
            return encoding;
        }
        Matcher named = CHARSET.matcher(type);
        return named.find() ? named.group(1) : null;
    }

    /** @throws UnsupportedEncodingException if the platform has no such encoding */
    void encoding(String name) throws UnsupportedEncodingException {
        charset(name);
        encoding = name;
    }

    /** Null without a body, a string for text, else the bytes. */
    Object read() throws UnsupportedEncodingException {
        if (bytes.length == 0) {
            return null;
        }
        boolean text =
                type != null && type.toLowerCase(Locale.ROOT).matches("(text/|application/sdp|message/sipfrag).*");
        return text ? new String(bytes, charset(encoding())) : bytes();
    }

    void write(Object content, String newType) throws UnsupportedEncodingException {
        if (content == null) {
            bytes = NONE;
            type = null;
        } else {
            type = newType;
            bytes = content instanceof byte[] raw
                    ? raw.clone()
                    : content.toString().getBytes(charset(encoding()));
        }
    }

    private static Charset charset(String name) throws UnsupportedEncodingException {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new UnsupportedEncodingException(name);
        }
    }
}
