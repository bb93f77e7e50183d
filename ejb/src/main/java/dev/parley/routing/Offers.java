package dev.parley.routing;

import dev.parley.routing.persistence.OpenOffers;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.routing.persistence.Workload;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Offers of waiting conversations to agents, and the agents' answers. Each call is a transaction of its own, tried again where two
 * collide.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Offers {
    @Inject
    OfferDesk desk;

    @Inject
    OpenOffers offers;

    @Inject
    WaitingLine line;

    @Inject
    Workload work;

    @Inject
    OwnTransaction transaction;

    /**
     * Makes the caller the owner of a waiting conversation: one that is offered to the caller, or any of the caller's departments. A
     * colleague's open offer of it then ends as {@link OfferOutcome#TAKEN}.
     *
     * @param conversation public id
     * @throws NotFound if there is none that the caller may see
     * @throws Refused if it is taken or expired, or the caller has no room
     */
    public void accept(Caller caller, String conversation) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        accept(me, visible(me, line.find(me.companyId(), conversation).orElseThrow(Offers::unknown)));
    }

    /** As {@link #accept(Caller, String)}, by key. */
    public void accept(Caller caller, long conversationId) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        accept(me, visible(me, line.find(me.companyId(), conversationId).orElseThrow(Offers::unknown)));
    }

    /** Looks before it locks: most who come too late hold up nobody. */
    private void accept(Caller.Staff me, Item item) {
        if (!item.waiting()) throw new Refused("The conversation is taken or has ended.");
        transaction.run(() -> desk.accept(me, item.id()));
    }

    /**
     * The caller does not want the conversation: it goes to the next candidate at once and comes back to the caller only when everybody
     * else had it.
     *
     * @param conversation public id
     * @throws NotFound if there is none that the caller may see
     * @throws Refused if it is not offered to the caller, or not any more
     */
    public void decline(Caller caller, String conversation) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        Item item = visible(me, line.find(me.companyId(), conversation).orElseThrow(Offers::unknown));
        transaction.run(() -> desk.decline(me, item));
    }

    /** The caller's open offers, the longest waiting first. */
    public List<OfferView> open(Caller caller) {
        Caller.Staff me = caller.require(Permission.ANSWER_CONVERSATIONS);
        return offers.of(me.companyId(), me.accountId());
    }

    /** For the desk's own pushes: the open offers of these agents of whatever company. Cheap enough to be asked each second. */
    public List<StandingOffer> standing(Collection<Long> accounts) {
        return offers.standing(accounts);
    }

    /** How the caller's last offer of the conversation ended; empty while it stands, or there was none. @param conversation public id */
    public Optional<OfferOutcome> outcome(Caller caller, String conversation) {
        Caller.Staff me = caller.requireStaff();
        return offers.outcome(me.companyId(), me.accountId(), conversation);
    }

    /** Members of the department see it, whom it is offered to sees it, and roles that see all do. */
    private Item visible(Caller.Staff me, Item item) {
        boolean sees = me.role().may(Permission.SEE_ALL_CONVERSATIONS)
                || work.member(item.departmentId(), me.accountId())
                || offers.of(me.companyId(), me.accountId()).stream()
                        .anyMatch(offer -> offer.conversation().equals(item.publicId()));
        if (!sees) throw unknown();
        return item;
    }

    private static NotFound unknown() {
        return new NotFound("There is no such conversation.");
    }
}
