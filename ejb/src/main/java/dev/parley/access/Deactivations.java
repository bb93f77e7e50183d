package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.file.Gallery;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** How a company's people go, and may come back: a deactivated account opens no door and keeps its name in all that was written. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Deactivations {
    private static final int MOST = 1_000;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final OneTimeLinks links;
    private final SignInEnding ending;
    private final PersonTrail trail;
    private final Gallery gallery;
    private final OwnTransaction own;
    private final Event<AccountDeactivated> news;

    protected Deactivations() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Deactivations(
            OneTimeLinks links,
            SignInEnding ending,
            PersonTrail trail,
            Gallery gallery,
            OwnTransaction own,
            Event<AccountDeactivated> news) {
        this.links = links;
        this.ending = ending;
        this.trail = trail;
        this.gallery = gallery;
        this.own = own;
        this.news = news;
    }

    /** Who is let in no more, by name; at most 1,000. */
    public List<AccountDetails> all(Caller caller) {
        return all(caller, null, MOST).items();
    }

    /**
     * Some of those who are let in no more, by name.
     *
     * @param cursor the {@code next} of the part before, or null for the first
     * @param limit 1 to 1,000
     * @throws dev.parley.shared.Invalid for another limit, or a cursor that is none
     */
    public Page<AccountDetails> all(Caller caller, String cursor, int limit) {
        long company = caller.require(Permission.MANAGE_PEOPLE).companyId();
        int most = Page.limit(limit, MOST);
        return own.call(() -> AccountSettings.page(em, "Account.deactivated", company, cursor, most)
                .map(AccountSettings::details));
    }

    /**
     * A colleague is let in no more: every sign-in ends with its sockets, open conversations go back to the queue, the name stays in what
     * was written, the photo goes. The subject of single sign-on is forgotten: activated again, the verified e-mail address counts once more. An
     * invitation is withdrawn by it, and nothing stays of the person. Harmless for one who is not let in already.
     *
     * @throws Forbidden if the caller does not manage people, or the person's role is above the caller's
     * @throws Refused if it is the caller
     * @throws NotFound if the company has no such person
     */
    public void deactivate(Caller caller, String id) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        own.run(() -> takeOut(me, id));
    }

    private void takeOut(Caller.Staff me, String id) {
        Account account = links.account(me.companyId(), id);
        if (account.id() == me.accountId()) throw new Refused("You cannot deactivate yourself.");
        requireBelow(me, account);
        if (account.invited()) {
            withdraw(me, account);
            return;
        }
        if (!account.active()) return;
        if (account.role().is(Role.OWNER)) takeTurns(me);
        // presence first: the order of locks everywhere
        boolean answers = account.role().may(Permission.ANSWER_CONVERSATIONS);
        news.fire(new AccountDeactivated(me.companyId(), account.id(), account.publicId(), answers, me.publicId()));
        // as it stands now: a photo that was hung up meanwhile goes, too
        em.lock(account, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(account);
        if (!account.active()) return;
        account.deactivate();
        gallery.takeDown(me.companyId(), account.portrait());
        account.showAs(null);
        links.forget(account.id());
        em.createNamedQuery("SignOnIdentity.forget")
                .setParameter("accountId", account.id())
                .executeUpdate();
        ending.endAll(account.id());
        trail.left(me, account);
    }

    private void withdraw(Caller.Staff me, Account account) {
        links.forget(account.id());
        trail.withdrawn(me, account);
        em.remove(account);
    }

    /** Of two owners who take each other out at once one is too late, so that an owner stays. */
    private void takeTurns(Caller.Staff me) {
        boolean stillOwner = em.createNamedQuery("Account.owners", Account.class)
                .setParameter("companyId", me.companyId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .anyMatch(owner -> owner.id() == me.accountId());
        if (!stillOwner) throw new Forbidden("You are not an owner any more.");
    }

    /**
     * A colleague who was deactivated may sign in again, with the password and the departments from before. Harmless for one who is let in.
     *
     * @throws Forbidden if the caller does not manage people, or the person's role is above the caller's
     * @throws Refused if the person never came: invite again
     * @throws NotFound if the company has no such person
     */
    public void activate(Caller caller, String id) {
        Caller.Staff me = caller.require(Permission.MANAGE_PEOPLE);
        own.run(() -> letIn(me, id));
    }

    private void letIn(Caller.Staff me, String id) {
        Account account = links.account(me.companyId(), id);
        requireBelow(me, account);
        if (account.invited()) throw new Refused("The person has not come yet. Invite again.");
        if (account.active()) return;
        account.activate();
        trail.returned(me, account);
    }

    private static void requireBelow(Caller.Staff me, Account account) {
        if (account.role().above(me.role())) throw new Forbidden("This person's role is above yours.");
    }
}
