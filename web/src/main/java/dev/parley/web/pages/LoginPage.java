package dev.parley.web.pages;

import dev.parley.access.CodeWanted;
import dev.parley.access.PasskeySignIns;
import dev.parley.access.RelyingPartyView;
import dev.parley.access.SignOnWanted;
import dev.parley.access.SignOns;
import dev.parley.access.StepOver;
import dev.parley.access.WrongCode;
import dev.parley.access.WrongSignIn;
import dev.parley.company.AccessSuspended;
import dev.parley.db.Settings;
import dev.parley.shared.DeskException;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Unavailable;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.PageSignIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The sign-in form. It leads to the page that was asked for, if that is one of ours, else to where the role works. */
@Named
@RequestScoped
public class LoginPage {
    @Inject
    private PageSignIn pageSignIn;

    @Inject
    private CallerContext context;

    @Inject
    private SignOns signOns;

    @Inject
    private PasskeySignIns passkeys;

    @Inject
    private PageLanguage language;

    private String email;
    private String password;
    private String ticket;
    private String code;
    private String next;
    private String refusal;
    private Boolean signOnOffered;

    /** Somebody who is signed in has nothing to do here. */
    public void enter() throws IOException {
        if (context.page().isPresent()) lead(PageSignIn.home(context.page().get()));
    }

    /** A page that asks for the code is the same page: what was right before, its ticket says. */
    @PostConstruct
    void readTicket() {
        if (FacesContext.getCurrentInstance().isPostback()) ticket = request().getParameter("ticket");
    }

    /** Tries what the form brought; what is not right is said at the form. */
    public void signIn() throws IOException {
        var response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        var outcome = isSecondStep()
                ? pageSignIn.finish(request(), response, ticket, code)
                : pageSignIn.signIn(request(), response, email.strip(), password);
        if (outcome instanceof PageSignIn.Welcome welcome) lead(welcome.home());
        else if (outcome instanceof PageSignIn.Refusal no) refuse(no.why());
    }

    private void refuse(DeskException why) {
        if (why instanceof CodeWanted wanted) {
            ticket = wanted.ticket();
            return;
        }
        if (why instanceof StepOver) ticket = null;
        refusal = words(why);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    private void lead(String home) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath()
                + OwnPath.of(next).map(OwnPath::value).orElse(home));
    }

    private String words(DeskException why) {
        Words words = language.words();
        if (why instanceof WrongSignIn wrong) {
            String next = wrong.left() > 0
                    ? words.say("login.triesLeft", wrong.left())
                    : words.say("login.waitNow", words.wait(wrong.lock()));
            return words.say(why instanceof WrongCode ? "login.wrongCode" : "login.wrong") + " " + next;
        }
        if (why instanceof AccessSuspended suspended) return words.say("login.suspended", suspended.reason());
        if (why instanceof SignOnWanted) return words.say("sso.wanted");
        if (why instanceof StepOver) return words.say("login.stepOver");
        if (why instanceof RateLimited often) return words.say("login.tooOften", words.wait(often.retryAfter()));
        return words.say(
                why instanceof Unavailable ? "login.busy" : isSecondStep() ? "login.codeUnfit" : "login.unfit");
    }

    /** Whether the last try was refused; the fields then say so too. */
    public boolean isRefused() {
        return refusal != null;
    }

    /** Why the last try was refused, and what to do; null where none was. */
    public String getRefusal() {
        return refusal;
    }

    /** Whether the password was right and the code is asked for. */
    public boolean isSecondStep() {
        return ticket != null && !ticket.isEmpty();
    }

    /** Says, signed, that the password was right; null where nobody knows yet. */
    public String getTicket() {
        return ticket;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** Where to type next: the e-mail is remembered, the password never is. */
    public String getFocus() {
        return email == null ? "email" : "password";
    }

    /** Why a passkey let nobody in, where one was used just now; else null. */
    public String getPasskeyRefusal() {
        FacesContext faces = FacesContext.getCurrentInstance();
        String came = faces.getExternalContext().getRequestParameterMap().get("passkey");
        return came == null || faces.isPostback() ? null : language.words().say(key(came));
    }

    private static String key(String came) {
        return switch (came) {
            case "over" -> "login.stepOver";
            case "often" -> "sso.often";
            case "busy" -> "login.busy";
            case "suspended" -> "sso.suspended";
            case "sign-on" -> "sso.wanted";
            default -> "login.passkey.refused";
        };
    }

    /** The origin in whose pages a passkey can be used. */
    public String getPasskeyOrigin() {
        return here().origin();
    }

    /** The host whose passkeys they are. */
    public String getPasskeySite() {
        return here().site();
    }

    private RelyingPartyView here() {
        return passkeys.here();
    }

    /** Whether any company signs in at its own provider. */
    public boolean isSignOnOffered() {
        if (signOnOffered == null) signOnOffered = signOns.offered();
        return signOnOffered;
    }

    /** Where that begins; the page that was asked for goes along. */
    public String getSignOn() {
        return "/login/sso"
                + OwnPath.of(next)
                        .map(path -> "?next=" + URLEncoder.encode(path.value(), StandardCharsets.UTF_8))
                        .orElse("");
    }

    public boolean isDemo() {
        return Settings.demo();
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

    /** The page that was asked for before signing in, as the browser says; see {@link OwnPath}. */
    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
