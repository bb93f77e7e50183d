package dev.parley.web.pages;

import dev.parley.access.SignOnDeparture;
import dev.parley.access.SignOns;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.DeskException;
import dev.parley.shared.NotFound;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Unavailable;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.SignOnCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code /login/sso}: asks for the e-mail address and leads on to the company's provider. The policy of our pages lets no form lead to
 * another host, so the form's answer is a page that the browser leaves by itself, with a link for those that do not.
 */
@Named
@RequestScoped
public class SignOnPage {
    @Inject
    private SignOns signOns;

    @Inject
    private CallerContext context;

    @Inject
    private PageLanguage language;

    private String email;
    private String next;
    private String refusal;
    private SignOnDeparture departure;

    /** On to the provider. */
    public void leave() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            departure = signOns.begin(context.caller(), email, next, context.client());
            SignOnCookie.write(
                    (HttpServletRequest) external.getRequest(),
                    (HttpServletResponse) external.getResponse(),
                    departure);
            external.setResponseHeader("Refresh", "0;url=" + departure.to());
        } catch (DeskException e) {
            refusal = words(e);
        }
    }

    private String words(DeskException why) {
        Words words = language.words();
        if (why instanceof RateLimited often) return words.say("login.tooOften", words.wait(often.retryAfter()));
        if (why instanceof AccessSuspended) return words.say("sso.suspended");
        if (why instanceof Unavailable) return words.say("sso.unreachable");
        return words.say(why instanceof NotFound ? "sso.none" : "reset.unfit");
    }

    /** Whether the browser is on its way. */
    public boolean isLeaving() {
        return departure != null;
    }

    /** The provider's page. */
    public String getDestination() {
        return departure.to().toString();
    }

    /** The provider's host, for people. */
    public String getHost() {
        return departure.to().getHost();
    }

    /** Why nobody was let in, or is led on; null where nothing was tried. */
    public String getRefusal() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (refusal != null || faces.isPostback()) return refusal;
        String came = faces.getExternalContext().getRequestParameterMap().get("refused");
        return came == null ? null : language.words().say(key(came));
    }

    private static String key(String came) {
        return switch (came) {
            case "over" -> "login.stepOver";
            case "often" -> "sso.often";
            case "busy" -> "sso.unreachable";
            case "suspended" -> "sso.suspended";
            default -> "sso.refused";
        };
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** The page that was asked for before signing in, as the browser says; see {@link OwnPath}. */
    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
