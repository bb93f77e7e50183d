package dev.parley.web.security;

import dev.parley.access.ClientInfo;
import dev.parley.access.SignedIn;
import dev.parley.access.TokenCaller;
import dev.parley.shared.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who asks in this request: pages inject it, REST too. Nobody, unless a session cookie or a bearer said otherwise. */
@RequestScoped
public class CallerContext {
    private static final String SIGNED_IN = "dev.parley.signedIn";
    private static final String CALLER = "dev.parley.caller";
    private static final String TOKEN = "dev.parley.token";

    private final HttpServletRequest request;

    protected CallerContext() {
        this(null);
    }

    @Inject
    public CallerContext(HttpServletRequest request) {
        this.request = request;
    }

    /** Who asks; never null. A colleague with the address that the request comes from. */
    public Caller caller() {
        Object caller = request.getAttribute(CALLER);
        if (caller instanceof Caller.Staff staff) return staff.from(ClientAddress.of(request));
        return caller instanceof Caller known ? known : Caller.NOBODY;
    }

    /** The page's sign-in behind the session cookie, if there is one. */
    public Optional<SignedIn> page() {
        return Optional.ofNullable((SignedIn) request.getAttribute(SIGNED_IN));
    }

    /** From where and with what the client comes. */
    public ClientInfo client() {
        return new ClientInfo(ClientAddress.of(request), request.getHeader("User-Agent"));
    }

    /** A page's cookie was right: the page's sign-in asks, until {@link #ask} says otherwise. */
    public static SignedIn signedIn(HttpServletRequest request, SignedIn signedIn) {
        request.setAttribute(SIGNED_IN, signedIn);
        request.setAttribute(CALLER, signedIn.caller());
        return signedIn;
    }

    /** Somebody signed out: nobody asks any more. */
    static void signedOut(HttpServletRequest request) {
        request.removeAttribute(SIGNED_IN);
        request.removeAttribute(CALLER);
    }

    /** The API token with which a program asks, if one does. */
    public Optional<TokenCaller> token() {
        return Optional.ofNullable((TokenCaller) request.getAttribute(TOKEN));
    }

    /** REST: a program showed its token. */
    public void ask(TokenCaller token) {
        request.setAttribute(TOKEN, token);
        ask(token.caller());
    }

    /** REST: a bearer, or the lack of one, decides who asks. */
    public void ask(Caller caller) {
        request.setAttribute(CALLER, caller);
    }
}
