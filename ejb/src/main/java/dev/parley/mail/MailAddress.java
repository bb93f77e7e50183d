package dev.parley.mail;

import dev.parley.shared.Invalid;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be an e-mail address here: plain ones without names, comments, quotes or a second address, so that no header can be made of them. */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final String PART = "[^@\\s<>()\\[\\]\",;:\\\\\\p{Cntrl}\\p{Cs}]+";
    private static final Pattern PLAIN = Pattern.compile(PART + "@" + PART + "\\." + PART);

    private MailAddress() {}

    /** The address in lower case, as accounts keep it. @throws Invalid if it is none */
    public static String of(String said) {
        String address = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches())
            throw new Invalid("That is not an e-mail address.");
        return address;
    }
}
