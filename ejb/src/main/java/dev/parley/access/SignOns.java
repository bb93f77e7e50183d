package dev.parley.access;

import dev.parley.access.domain.SignOnProvider;
import dev.parley.access.oidc.CodeFlow;
import dev.parley.access.oidc.IdClaims;
import dev.parley.access.oidc.OidcClient;
import dev.parley.access.oidc.Untrusted;
import dev.parley.access.password.Passwords;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Companies;
import dev.parley.company.Suspensions;
import dev.parley.mail.MailAddress;
import dev.parley.mail.MailRoute;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Secrets;
import dev.parley.shared.Unavailable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Signing in at the company's own OpenID provider. A second factor is the provider's business: whoever it lets in is not asked for a code
 * here. Nothing of the network is waited for within a transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignOns {
    private static final Logger LOG = Logger.getLogger(SignOns.class.getName());
    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_CODE = 4_000;
    private static final int LONGEST_REASON = 300;

    @Inject
    SignOnRules rules;

    @Inject
    SignOnArrivals arrivals;

    @Inject
    CodeFlow flow;

    @Inject
    Passwords passwords;

    @Inject
    Companies companies;

    @Inject
    Suspensions suspensions;

    @Inject
    Secrets secrets;

    @Inject
    RateLimits limits;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    /**
     * Where a company's provider sends browsers back to, and has to know. Each company has its own: a code that one company's provider gives
     * out is not brought to what another company calls its provider.
     *
     * @param company its public id
     */
    public static URI back(String company) {
        return MailRoute.link("/login/sso/return/" + company);
    }

    /** Whether any company signs in that way: the sign-in page then says so. */
    public boolean offered() {
        return own.call(rules::offered);
    }

    /**
     * Leads somebody to the provider of the company to which addresses like that belong, whether there is an account or not.
     *
     * @param next the page that was asked for before, or null
     * @throws Invalid if it is no e-mail address
     * @throws NotFound if no company signs in such addresses
     * @throws AccessSuspended if the one that does is suspended
     * @throws RateLimited if too much came from where the client is
     * @throws Unavailable if the provider cannot be asked
     */
    public SignOnDeparture begin(Caller caller, String email, String next, ClientInfo client) {
        String address = MailAddress.of(email);
        limits.take(Limit.SIGN_INS, String.valueOf(client.address()));
        SignOnProvider provider = own.call(() -> rules.leads(address)).orElseThrow(SignOns::none);
        own.run(() -> suspensions.refuse(provider.companyId()));
        return depart(provider, 0, next, address);
    }

    /**
     * Leads an owner to the company's provider, switched on or not, to see what it says.
     *
     * @throws Forbidden if the caller does not own the company
     * @throws NotFound if the company has named none
     * @throws Unavailable if the provider cannot be asked
     */
    public SignOnDeparture rehearse(Caller caller, ClientInfo client) {
        Caller.Staff me = caller.require(Permission.OWN_COMPANY);
        limits.take(Limit.SIGN_INS, String.valueOf(client.address()));
        SignOnProvider provider = own.call(() -> rules.of(me.companyId())).orElseThrow(SignOns::none);
        return depart(provider, me.accountId(), null, null);
    }

    private SignOnDeparture depart(SignOnProvider provider, long rehearsal, String next, String hint) {
        var made = CodeFlow.Secrets.make();
        try {
            URI to = flow.out(rules.client(provider), made, back(publicId(provider.companyId())), hint);
            var until = clock.instant().plus(SignOnTicket.LIFE);
            var ticket = new SignOnTicket(provider.companyId(), provider.issuer(), made, rehearsal, path(next), until);
            return new SignOnDeparture(to, ticket.seal(secrets));
        } catch (IOException | Untrusted e) {
            log(provider.issuer(), e);
            throw new Unavailable("The provider of your company cannot be asked just now.", e);
        }
    }

    /**
     * A browser comes back.
     *
     * @throws StepOver if it took more than ten minutes, or began in another browser
     * @throws SignOnRefused if the provider does not prove who it is, or nobody may come in
     * @throws AccessSuspended if the company is suspended: its provider is not asked
     * @throws RateLimited if too much came from where the client is
     * @throws Unavailable if the provider cannot be asked
     */
    public SignOnArrival finish(Caller caller, SignOnReturn said, ClientInfo client) {
        // counts for nothing: any page can have a browser come here, and there is nothing to guess
        SignOnTicket ticket = SignOnTicket.open(said.ticket(), secrets, clock.instant())
                .filter(each -> each.isAnsweredBy(said.state()))
                .orElseThrow(StepOver::new);
        // bounds them all, and wrong ones are not counted besides: nobody guesses here, and others behind the same
        // address type passwords
        limits.take(Limit.SIGN_INS, String.valueOf(client.address()));
        // before anybody is asked: the code may be another provider's
        if (!publicId(ticket.company()).equals(said.company())) {
            var why = new Untrusted("a browser came back to another company's address");
            log(ticket.issuer(), why);
            throw new SignOnRefused(why);
        }
        own.run(() -> suspensions.refuse(ticket.company()));
        if (ticket.rehearsal() != 0) return tried(caller, ticket, said);
        SignOnProvider provider = own.call(() -> rules.of(ticket.company()))
                .filter(each -> each.switchedOn() && each.issuer().equals(ticket.issuer()))
                .orElseThrow(SignOnRefused::new);
        IdClaims who;
        try {
            who = ask(provider, ticket, said);
        } catch (Untrusted e) {
            log(provider.issuer(), e);
            throw new SignOnRefused(e);
        } catch (IOException e) {
            log(provider.issuer(), e);
            throw new Unavailable("The provider of your company cannot be asked just now.", e);
        }
        boolean comes = own.call(() -> arrivals.comes(provider, who));
        // nobody knows it: the provider is the only way in
        String hash = comes ? passwords.inSlot(() -> passwords.hash(PublicIds.token())) : null;
        Optional<SignedIn> signedIn = own.call(() -> rules.of(provider.companyId())
                .filter(each -> each.switchedOn() && each.issuer().equals(provider.issuer()))
                .flatMap(now -> arrivals.welcome(now, who, hash, client)));
        if (signedIn.isEmpty()) {
            LOG.log(Level.INFO, "{0} let somebody in whom the company does not", provider.issuer());
            throw new SignOnRefused();
        }
        return new SignOnArrival.Welcome(signedIn.get(), ticket.next());
    }

    private SignOnArrival tried(Caller caller, SignOnTicket ticket, SignOnReturn said) {
        Caller.Staff me = caller.require(Permission.OWN_COMPANY);
        if (me.accountId() != ticket.rehearsal()) throw new Forbidden("Somebody else has begun this.");
        SignOnProvider provider = own.call(() -> rules.of(me.companyId()))
                .filter(each -> each.issuer().equals(ticket.issuer()))
                .orElseThrow(SignOns::none);
        return new SignOnArrival.Tried(verdict(provider, ticket, said));
    }

    private SignOnArrival.Verdict verdict(SignOnProvider provider, SignOnTicket ticket, SignOnReturn said) {
        try {
            IdClaims who = ask(provider, ticket, said);
            if (who.email() == null) return SignOnArrival.Verdict.SILENT;
            if (!who.verified()) return SignOnArrival.Verdict.UNVERIFIED;
            boolean listed = own.call(() -> arrivals.listed(provider, who.email()));
            return listed ? SignOnArrival.Verdict.RIGHT : SignOnArrival.Verdict.ELSEWHERE;
        } catch (Untrusted e) {
            log(provider.issuer(), e);
            return said.error() == null ? SignOnArrival.Verdict.UNTRUSTED : SignOnArrival.Verdict.UNREACHABLE;
        } catch (IOException e) {
            log(provider.issuer(), e);
            return SignOnArrival.Verdict.UNREACHABLE;
        }
    }

    private IdClaims ask(SignOnProvider provider, SignOnTicket ticket, SignOnReturn said)
            throws IOException, Untrusted {
        if (said.error() != null || said.code() == null || said.code().length() > LONGEST_CODE)
            throw new Untrusted("the provider let nobody in");
        OidcClient client = rules.client(provider);
        return flow.in(client, ticket.secrets(), back(said.company()), said.code(), said.issuer());
    }

    private String publicId(long company) {
        return own.call(() -> companies.get(company).publicId());
    }

    /** For the operator: neither codes nor tokens stand in these messages, and what a provider said makes no line of its own. */
    private static void log(String issuer, Exception why) {
        String said = String.valueOf(why.getMessage()).replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        String brief = said.substring(0, Math.min(LONGEST_REASON, said.length()));
        LOG.log(Level.WARNING, "single sign-on at {0}: {1}", new Object[] {issuer, brief});
    }

    private static String path(String next) {
        boolean fits =
                next != null && next.length() <= LONGEST_PATH && next.chars().noneMatch(c -> c <= ' ');
        return fits ? next : "";
    }

    private static NotFound none() {
        return new NotFound("No company signs in such addresses by single sign-on.");
    }
}
