package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What contact details may be: how long, how many, and that a number can be dialled and a link be followed without harm. */
public final class ContactRules {
    public static final int MOST_LOCATIONS = 20;
    public static final int MOST_OF_A_KIND = 20;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_VALUE = 254;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,38}[0-9)]");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:]{3,253}");
    /** In the domain there is a dot, and something on both sides of each. */
    private static final Pattern NO_DOMAIN = Pattern.compile("@[^.]*$|@\\.|\\.\\.|\\.$");

    private ContactRules() {}

    /** Whether it can be dialled. */
    public static boolean isPhone(String text) {
        return fits(text, ContactRules::phone);
    }

    /** Whether it looks like an e-mail address. */
    public static boolean isEmail(String text) {
        return fits(text, ContactRules::email);
    }

    /** Whether it leads to the web and nowhere else. */
    public static boolean isLink(String text) {
        return fits(text, ContactRules::link);
    }

    private static boolean fits(String text, UnaryOperator<String> rule) {
        try {
            rule.apply(text);
            return true;
        } catch (Invalid e) {
            return false;
        }
    }

    /** @throws Invalid if there is none, or it is longer than 120 characters */
    static String name(String name) {
        return needed("A name", name, LONGEST_NAME);
    }

    /** The places as they are kept, without blanks around. @throws Invalid naming what does not fit */
    static List<LocationView> locations(List<LocationView> said) {
        if (said.size() > MOST_LOCATIONS) throw new Invalid("There are at most " + MOST_LOCATIONS + " locations.");
        return said.stream().map(ContactRules::location).toList();
    }

    private static LocationView location(LocationView said) {
        return new LocationView(
                needed("The name of a location", said.name(), LONGEST_NAME),
                ShortText.of("An address", said.address(), LONGEST_ADDRESS),
                said.shown(),
                points(said.phones(), ContactRules::phone),
                points(said.emails(), ContactRules::email),
                points(said.links(), ContactRules::link));
    }

    private static List<ContactPointView> points(List<ContactPointView> said, UnaryOperator<String> rule) {
        if (said.size() > MOST_OF_A_KIND) {
            throw new Invalid("A location has at most " + MOST_OF_A_KIND + " phones, e-mails and links each.");
        }
        return said.stream()
                .map(p -> new ContactPointView(
                        ShortText.of("A label", p.label(), LONGEST_LABEL), rule.apply(p.value()), p.shown()))
                .toList();
    }

    private static String phone(String value) {
        String phone = needed("A phone number", value, 40);
        if (!PHONE.matcher(phone).matches()) throw new Invalid("'" + phone + "' is not a phone number.");
        return phone;
    }

    private static String email(String value) {
        String email = needed("An e-mail address", value, LONGEST_VALUE);
        if (!EMAIL.matcher(email).matches() || NO_DOMAIN.matcher(email).find())
            throw new Invalid("'" + email + "' is not an e-mail address.");
        return email;
    }

    /** Visitors follow it: nothing but the web. */
    private static String link(String value) {
        String link = needed("A link", value, LONGEST_ADDRESS);
        try {
            URI uri = URI.create(link);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) return link;
        } catch (IllegalArgumentException e) {
            throw new Invalid(notALink(link), e);
        }
        throw new Invalid(notALink(link));
    }

    private static String notALink(String link) {
        return "'" + link + "' is not a link like https://shop.example/contact.";
    }

    private static String needed(String what, String text, int most) {
        String clean = ShortText.of(what, text, most);
        if (clean == null) throw new Invalid(what + " is missing.");
        return clean;
    }
}
