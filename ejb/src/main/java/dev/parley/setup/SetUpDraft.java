package dev.parley.setup;

import dev.parley.access.NewPassword;
import dev.parley.company.SiteRules;
import dev.parley.mail.MailAddress;
import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What somebody says who sets a new installation up, or an operator of a further company.
 *
 * @param company its name, 1 to 120 characters
 * @param department the name of its first department, 1 to 120 characters
 * @param key of its first site; see {@link SiteRules#key}
 * @param site the site's name, 1 to 120 characters, or null for the company's
 * @param name the owner's, 1 to 120 characters
 * @param email the owner's address
 * @param password the owner's; null where the owner is invited and chooses it then
 * @param language tag of the one that the owner reads and the site speaks first
 * @param zone name of the time zone on whose clock the company's hours are meant
 */
public record SetUpDraft(
        String company,
        String department,
        String key,
        String site,
        String name,
        String email,
        NewPassword password,
        String language,
        String zone) {
    private static final int LONGEST_NAME = 120;

    /** The same as it is kept. @throws UnfitSetUp naming the first that does not fit */
    public SetUpDraft checked() {
        String called = text(SetUpField.COMPANY, company);
        String its = fitting(SetUpField.SITE, () -> ShortText.of("A name", site, LONGEST_NAME));
        return new SetUpDraft(
                called,
                text(SetUpField.DEPARTMENT, department),
                fitting(SetUpField.KEY, () -> SiteRules.key(key)),
                its == null ? called : its,
                text(SetUpField.NAME, name),
                fitting(SetUpField.EMAIL, () -> MailAddress.of(email)),
                password,
                fitting(SetUpField.LANGUAGE, () -> tag(language)),
                fitting(SetUpField.ZONE, () -> zone(zone)));
    }

    private static String text(SetUpField field, String said) {
        return fitting(field, () -> {
            String text = ShortText.of("A name", said, LONGEST_NAME);
            if (text == null) throw new Invalid("A name is missing.");
            return text;
        });
    }

    private static String tag(String said) {
        String tag = Locale.forLanguageTag(said == null ? "" : said).toLanguageTag();
        if (tag.equals("und") || tag.length() > 35) throw new Invalid("That is not a language tag like de or pt-BR.");
        return tag;
    }

    private static String zone(String said) {
        String zone = said == null ? "" : said.strip();
        try {
            // of the names that there are: an offset would not follow the summer
            if (!ZoneId.getAvailableZoneIds().contains(zone)) throw new Invalid("There is no such time zone.");
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw new Invalid("There is no such time zone.", e);
        }
    }

    private static String fitting(SetUpField field, Supplier<String> rule) {
        try {
            return rule.get();
        } catch (Invalid e) {
            throw new UnfitSetUp(field, e.getMessage(), e);
        }
    }

    /** Neither address nor password: this text may reach a log. */
    @Override
    public String toString() {
        return "SetUpDraft[" + key + "]";
    }
}
