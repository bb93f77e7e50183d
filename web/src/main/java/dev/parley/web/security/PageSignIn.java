package dev.parley.web.security;

import dev.parley.access.CodeWanted;
import dev.parley.access.NewPassword;
import dev.parley.access.PasskeyAnswer;
import dev.parley.access.PasskeySignIns;
import dev.parley.access.SignInKind;
import dev.parley.access.SignIns;
import dev.parley.access.SignOnArrival;
import dev.parley.access.SignOnReturn;
import dev.parley.access.SignOns;
import dev.parley.access.SignedIn;
import dev.parley.access.StaffInvitations;
import dev.parley.setup.SetUp;
import dev.parley.setup.SetUpDraft;
import dev.parley.shared.DeskException;
import dev.parley.shared.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;

/** Signing in and out of the pages: what the form of {@code /login} calls. */
@RequestScoped
public class PageSignIn {
    private final SignIns signIns;
    private final StaffInvitations invitations;
    private final SetUp setUp;
    private final SignOns signOns;
    private final PasskeySignIns passkeys;
    private final CallerContext context;

    protected PageSignIn() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public PageSignIn(
            SignIns signIns,
            StaffInvitations invitations,
            SetUp setUp,
            SignOns signOns,
            PasskeySignIns passkeys,
            CallerContext context) {
        this.signIns = signIns;
        this.invitations = invitations;
        this.setUp = setUp;
        this.signOns = signOns;
        this.passkeys = passkeys;
        this.context = context;
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** Signed in, the cookie is set; {@code home} is the page where this role works, a path of this host. */
    public record Welcome(SignedIn signedIn, String home) implements Outcome {}

    /** Not signed in; {@code why} also says what next. */
    public record Refusal(DeskException why) implements Outcome {}

    /**
     * Signs somebody in and gives the browser a new session cookie. A sign-in that the browser had before ends: nobody can plant one and
     * find it signed in later.
     */
    public Outcome signIn(HttpServletRequest request, HttpServletResponse response, String email, String password) {
        return welcome(
                request,
                response,
                () -> signIns.signIn(context.caller(), email, password, null, SignInKind.PAGE, context.client()));
    }

    /** As {@link #signIn}, by the code of the second factor, after a first try was refused by {@link CodeWanted}. */
    public Outcome finish(HttpServletRequest request, HttpServletResponse response, String ticket, String code) {
        return welcome(
                request,
                response,
                () -> signIns.finish(context.caller(), ticket, code, SignInKind.PAGE, context.client()));
    }

    /** As {@link #signIn}, by a passkey. @param browser what the browser keeps of its challenge, or null */
    public Outcome byPasskey(
            HttpServletRequest request, HttpServletResponse response, PasskeyAnswer answer, String browser) {
        return welcome(request, response, () -> passkeys.finish(context.caller(), answer, browser, context.client()));
    }

    /**
     * The first sign-in of somebody who was invited.
     *
     * @throws DeskException what the door refused
     */
    public Welcome join(
            HttpServletRequest request, HttpServletResponse response, String token, String name, NewPassword password) {
        var outcome = welcome(
                request,
                response,
                () -> invitations.join(context.caller(), token, name, password, SignInKind.PAGE, context.client()));
        return welcomed(outcome);
    }

    /**
     * The first sign-in of the first owner, who sets the installation up.
     *
     * @throws DeskException what the door refused
     */
    public Welcome setUp(HttpServletRequest request, HttpServletResponse response, String code, SetUpDraft draft) {
        return welcomed(welcome(request, response, () -> setUp.found(context.caller(), code, draft, context.client())));
    }

    /**
     * Somebody comes back from the company's provider: signed in, or an owner who only tried it.
     *
     * @throws DeskException what the door refused
     */
    public SignOnArrival arrive(HttpServletRequest request, HttpServletResponse response, SignOnReturn said) {
        SignOnArrival arrival = signOns.finish(context.caller(), said, context.client());
        if (arrival instanceof SignOnArrival.Welcome welcome) receive(request, response, welcome.signedIn());
        return arrival;
    }

    private static Welcome welcomed(Outcome outcome) {
        if (outcome instanceof Refusal refusal) throw refusal.why();
        return (Welcome) outcome;
    }

    private Outcome welcome(HttpServletRequest request, HttpServletResponse response, Supplier<SignedIn> door) {
        SignedIn signedIn;
        try {
            signedIn = door.get();
        } catch (DeskException e) {
            return new Refusal(e);
        }
        receive(request, response, signedIn);
        return new Welcome(signedIn, home(signedIn));
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        SessionCookie.read(request).ifPresent(signIns::endPage);
        // what the server's session keeps of whoever was here before is nobody else's
        if (request.getSession(false) != null) request.changeSessionId();
        SessionCookie.write(request, response, signedIn.token());
        CallerContext.signedIn(request, signedIn);
    }

    /** Ends the page's sign-in with all sockets under it, while its company is suspended, too, and takes the cookie away. Harmless for nobody. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(signIns::endPage);
        CallerContext.signedOut(request);
        SessionCookie.clear(request, response);
        if (request.getSession(false) != null) request.getSession(false).invalidate();
    }

    /**
     * The page where a role works: those who answer and do not lead the company at the console, those who look after something in the
     * portal there, and whoever does neither at the own account.
     */
    public static String home(SignedIn signedIn) {
        var role = signedIn.caller().role();
        boolean answers = role.may(Permission.ANSWER_CONVERSATIONS);
        if (answers && !role.may(Permission.EDIT_COMPANY)) return "/console";
        boolean looksAfter = role.permissions().stream().anyMatch(Permission.OF_PORTAL::contains);
        return looksAfter ? "/portal" : answers ? "/console" : "/account";
    }
}
