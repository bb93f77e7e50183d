package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.Granted;
import dev.parley.access.domain.OneTimeLink;
import dev.parley.access.domain.OneTimeLink.Purpose;
import dev.parley.access.domain.SignIn;
import dev.parley.access.password.Passwords;
import dev.parley.company.AccessSuspended;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.company.Suspensions;
import dev.parley.mail.MailAddress;
import dev.parley.mail.MailRoute;
import dev.parley.mail.MailText;
import dev.parley.mail.Outbox;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Refused;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How a company's people come: invited by an administrator by a link that is mailed, good once and for seven days. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StaffInvitations {
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 1_000;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Suspensions suspensions;

    private final OneTimeLinks links;
    private final Outbox outbox;
    private final Passwords passwords;
    private final RoleGrants grants;
    private final PersonTrail trail;
    private final SignOnRules signOns;
    private final Departments departments;
    private final RateLimits limits;
    private final OwnTransaction own;
    private final Clock clock;

    protected StaffInvitations() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public StaffInvitations(
            OneTimeLinks links,
            Outbox outbox,
            Passwords passwords,
            RoleGrants grants,
            PersonTrail trail,
            SignOnRules signOns,
            Departments departments,
            RateLimits limits,
            OwnTransaction own,
            Clock clock) {
        this.links = links;
        this.outbox = outbox;
        this.passwords = passwords;
        this.grants = grants;
        this.trail = trail;
        this.signOns = signOns;
        this.departments = departments;
        this.limits = limits;
        this.own = own;
        this.clock = clock;
    }

    /** Who was invited and has not come yet, by name; at most 1,000. */
    public List<InvitationView> waiting(Caller caller) {
        return waiting(caller, null, MOST).items();
    }

    /**
     * Some of those who were invited and have not come yet, by name.
     *
     * @param cursor the {@code next} of the part before, or null for the first
     * @param limit 1 to 1,000
     * @throws Invalid for another limit, or a cursor that is none
     */
    public Page<InvitationView> waiting(Caller caller, String cursor, int limit) {
        long company = caller.require(Permission.MANAGE_PEOPLE).companyId();
        int most = Page.limit(limit, MOST);
        return own.call(() -> AccountSettings.page(em, "Account.invited", company, cursor, most)
                .map(StaffInvitations::view));
    }

    /**
     * Invites somebody by mail; the same address again mails another link, and the one before is void.
     *
     * @throws Forbidden if the caller does not manage people, or the role is above the caller's
     * @throws Refused if there is an account with that address already
     * @throws RateLimited if the company has invited too many within an hour
     * @throws dev.parley.shared.Unavailable if mail is not set up
     */
    public InvitationView invite(Caller caller, InvitationDraft draft) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        if (draft.role() == null) throw new Invalid("The role is missing.");
        String address = MailAddress.of(draft.email());
        String said = ShortText.of("A name", draft.name(), LONGEST_NAME);
        String name = said == null ? address.substring(0, Math.min(address.indexOf('@'), LONGEST_NAME)) : said;
        limits.take(Limit.INVITATIONS, String.valueOf(me.companyId()));
        // nobody knows it: the link is the only way in
        String hash = passwords.inSlot(() -> passwords.hash(PublicIds.token()));
        return own.call(() -> {
            Granted granted = grants.grant(me, draft.role());
            Account account = em.createNamedQuery("Account.byEmail", Account.class)
                    .setParameter("email", address)
                    .getResultStream()
                    .findFirst()
                    .orElse(null);
            if (account == null) {
                account = Account.invite(me.companyId(), address, name, granted, hash, clock.instant());
                em.persist(account);
                em.flush();
            } else {
                if (!account.invited() || account.companyId() != me.companyId())
                    throw new Refused("There is an account with this address already.");
                requireBelow(me, account.role());
                account.inviteAs(name, granted, clock.instant());
            }
            return mail(me, account, draft.language());
        });
    }

    /**
     * Mails another link to somebody who has not come yet; the one before is void.
     *
     * @throws NotFound if the company waits for nobody with that public id
     * @throws dev.parley.shared.DeskException as {@link #invite}
     */
    public InvitationView again(Caller caller, String id, Locale language) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        limits.take(Limit.INVITATIONS, String.valueOf(me.companyId()));
        return own.call(() -> {
            Account account = links.account(me.companyId(), id);
            if (!account.invited()) throw OneTimeLinks.nobody();
            requireBelow(me, account.role());
            account.inviteAgain(clock.instant());
            return mail(me, account, language);
        });
    }

    private InvitationView mail(Caller.Staff by, Account account, Locale language) {
        var issued = links.issue(account, Purpose.INVITATION);
        var mail = MailText.INVITATION.write(
                account.email(),
                language,
                MailRoute.link("/join?token=" + issued.token()),
                by.name(),
                Accounts.companyName(em, account));
        outbox.post(
                account.companyId(), MailText.INVITATION, mail, issued.link().expiresAt());
        trail.invited(by, account, issued.link().expiresAt());
        return view(account);
    }

    /** The address that a link invites. @throws NotFound if it was used, or its seven days are over */
    public String invited(String token) {
        return own.call(() -> links.look(token, Purpose.INVITATION).email());
    }

    /**
     * The invited person comes: name and password are chosen, and a sign-in begins. Who answers conversations belongs to the company's
     * department from now on, where it has only one.
     *
     * @throws NotFound if the link was used, or its seven days are over
     * @throws SignOnWanted if the company lets this person in by single sign-on only; the link stays good
     * @throws AccessSuspended if the company is suspended; the link stays good
     * @throws Invalid if the name is missing or the password too easy to guess
     * @throws RateLimited if too much came from where the client is
     */
    public SignedIn join(
            Caller caller, String token, String name, NewPassword wanted, SignInKind kind, ClientInfo client) {
        if (kind == SignInKind.SOCKET) throw new Invalid("A socket's token comes from a page's sign-in.");
        String called = ShortText.of("A name", name, LONGEST_NAME);
        if (called == null) throw new Invalid("The name is missing.");
        limits.take(Limit.SIGN_INS, String.valueOf(client.address()));
        wanted.unlike(invited(token));
        String hash = passwords.inSlot(() -> passwords.hash(wanted.value()));
        return own.call(() -> {
            Instant now = clock.instant();
            Account account = links.use(token, Purpose.INVITATION);
            suspensions.refuse(account.companyId());
            if (signOns.refusesPassword(account)) throw new SignOnWanted();
            account.join(called, hash);
            String opened = SignIns.newToken(kind);
            SignIn signIn = SignIn.begin(account, kind, opened, client, now);
            em.persist(signIn);
            em.flush();
            settle(account);
            trail.joined(account.as(signIn), account);
            return new SignedIn(account.as(signIn), opened, kind, signIn.expiresAt(), Accounts.view(em, account));
        });
    }

    /** Whoever belongs to no department is offered nothing. Where there is only one, nobody has to be asked which it is. */
    private void settle(Account account) {
        List<DepartmentView> all = departments.of(account.companyId());
        boolean answers = account.role().may(Permission.ANSWER_CONVERSATIONS);
        if (answers
                && all.size() == 1
                && departments.ofAccount(account.companyId(), account.id()).isEmpty())
            departments.admit(account.companyId(), all.get(0).id(), account.id());
    }

    private static void requireBelow(Caller.Staff me, HeldRole role) {
        if (role.above(me.role())) throw new Forbidden("This person's role is above yours.");
    }

    private static InvitationView view(Account account) {
        return new InvitationView(
                account.publicId(),
                account.email(),
                account.name(),
                account.role(),
                account.invitedAt(),
                account.invitedAt().plus(OneTimeLink.Purpose.INVITATION.life()));
    }
}
