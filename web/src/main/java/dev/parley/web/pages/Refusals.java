package dev.parley.web.pages;

import dev.parley.access.WrongPassword;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.DeskException;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Unavailable;
import dev.parley.web.language.Words;

/** What a part of the page says when a door refused. */
public final class Refusals {
    private Refusals() {}

    /** @param unfit the key of what is said where the form brought something that will not do */
    public static String say(DeskException why, Words words, String unfit) {
        if (why instanceof WrongPassword) return words.say("account.wrongPassword");
        if (why instanceof AccessSuspended suspended) return words.say("login.suspended", suspended.reason());
        if (why instanceof RateLimited often) return words.say("login.tooOften", words.wait(often.retryAfter()));
        return words.say(why instanceof Unavailable ? "login.busy" : unfit);
    }
}
