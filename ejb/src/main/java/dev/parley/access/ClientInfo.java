package dev.parley.access;

/**
 * From where and with what somebody signs in, shown to the owner of the account. Both may be null; what is longer than the table's
 * columns is cut.
 */
public record ClientInfo(String address, String userAgent) {
    public static final ClientInfo UNKNOWN = new ClientInfo(null, null);

    public ClientInfo {
        address = cut(address, 64);
        userAgent = cut(userAgent, 300);
    }

    private static String cut(String text, int length) {
        if (text == null) return null;
        String clean = text.replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
