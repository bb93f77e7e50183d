package dev.parley.web.pages;

import dev.parley.access.NewPassword;
import dev.parley.access.PasswordResets;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.DeskException;
import dev.parley.shared.NotFound;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Unavailable;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.security.CallerContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A forgotten password: the page asks for the address; opened by the mailed link it asks for another password. */
@Named
@RequestScoped
public class ResetPage {
    @Inject
    private PasswordResets resets;

    @Inject
    private CallerContext context;

    @Inject
    private PageLanguage language;

    private String token;
    private String email;
    private String password;
    private String refusal;
    private boolean sent;
    private boolean done;

    /** Before the tree is asked what it shows: a view parameter would come too late for a form that is sent. */
    @PostConstruct
    void readToken() {
        String asked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("token");
        token = asked == null || asked.isEmpty() ? null : asked;
    }

    /** Asks for a link; the page says the same whoever has that address. */
    public void request() {
        attempt(() -> {
            resets.request(context.caller(), email, language.getLocale(), context.client());
            sent = true;
        });
    }

    /** Another password from now on. */
    public void choose() {
        attempt(() -> {
            resets.choose(context.caller(), token, new NewPassword(password));
            done = true;
        });
    }

    private void attempt(Runnable what) {
        try {
            what.run();
        } catch (DeskException e) {
            refusal = words(e);
        }
    }

    private String words(DeskException why) {
        Words words = language.words();
        if (why instanceof RateLimited often) return words.say("login.tooOften", words.wait(often.retryAfter()));
        if (why instanceof AccessSuspended suspended) return words.say("login.suspended", suspended.reason());
        if (why instanceof Unavailable) return words.say("reset.unavailable");
        if (why instanceof NotFound) return words.say("reset.over");
        return words.say(token == null ? "reset.unfit" : "account.password.easy");
    }

    /** Whether the page asks for the address. */
    public boolean isAsking() {
        return token == null && !sent;
    }

    /** Whether it was asked for just now. */
    public boolean isSent() {
        return sent;
    }

    /** Whether the page asks for the new password. */
    public boolean isChoosing() {
        return token != null && !done;
    }

    /** Whether there is another password now. */
    public boolean isDone() {
        return done;
    }

    public String getRefusal() {
        return refusal;
    }

    /** The mailed link's, kept in the form too; null where there is none. */
    public String getToken() {
        return token;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
