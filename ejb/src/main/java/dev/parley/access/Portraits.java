package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.file.DrawnPicture;
import dev.parley.file.Gallery;
import dev.parley.file.PictureUse;
import dev.parley.file.Pictures;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.RowLock;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.InputStream;

/**
 * The photos of a company's people: everybody's own is theirs to set, and whoever manages the people sets those of all who are not above.
 * Where there is none, or it does not load, initials stand in its place. It goes when its person is deactivated: the name is what was
 * written needs, the face is not.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Portraits {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Pictures pictures;

    @Inject
    Gallery gallery;

    @Inject
    AuditTrail audit;

    @Inject
    OwnTransaction own;

    /** Where the caller's own photo is seen, or null. */
    public String own(Caller caller) {
        Caller.Staff me = caller.requireStaff();
        return own.call(() -> find(me, me.publicId()).portrait());
    }

    /**
     * Draws an upload as a photo of that person; nothing changes yet.
     *
     * @param id public, of the person
     * @throws Forbidden if the caller may not set that photo
     * @throws NotFound if the company has no such active account
     * @throws dev.parley.shared.DeskException as for {@link Pictures#draw}
     */
    public DrawnPicture draw(Caller caller, String id, InputStream content) {
        Caller.Staff me = allowed(caller, id);
        return pictures.draw(me, PictureUse.PORTRAIT, content);
    }

    /**
     * From now on this is the person's photo, in place of the one before, which nobody sees any more.
     *
     * @param drawn as {@link #draw} made it, or null for none
     * @return the photo's address on Parley's own origin, or null for none
     * @throws Forbidden if the caller may not set that photo
     * @throws NotFound if the company has no such active account
     * @throws dev.parley.shared.DeskException as for {@link Pictures#keep}
     */
    public String show(Caller caller, String id, DrawnPicture drawn) {
        Caller.Staff me = allowed(caller, id);
        String address = drawn == null ? null : pictures.keep(me, drawn);
        own.run(() -> show(me, find(me, id), address));
        return address;
    }

    private void show(Caller.Staff me, Account account, String address) {
        RowLock.ACCOUNT.take(em, account.id());
        em.refresh(account);
        // deactivated meanwhile: the photo would stay for good
        if (!account.active()) throw unknown();
        requireMine(me, account);
        String before = account.portrait();
        gallery.takeDown(me.companyId(), before);
        gallery.hang(me.companyId(), address);
        account.showAs(address);
        audit.record(
                me,
                new AuditSubject(AuditKind.PERSON, account.publicId(), account.name()),
                json(before),
                json(address));
    }

    /** Before anything is drawn or kept. */
    private Caller.Staff allowed(Caller caller, String id) {
        Caller.Staff me = caller.requireStaff();
        own.run(() -> requireMine(me, find(me, id)));
        return me;
    }

    private static void requireMine(Caller.Staff me, Account account) {
        if (account.publicId().equals(me.publicId())) return;
        me.require(Permission.MANAGE_PEOPLE);
        if (account.role().above(me.role())) throw new Forbidden("This person's role is above yours.");
    }

    private Account find(Caller.Staff me, String id) {
        boolean mine = me.publicId().equals(id);
        // who may not know who is there learns nothing of it
        if (!mine) me.require(Permission.MANAGE_PEOPLE);
        if (!PublicIds.plausible(id)) throw unknown();
        return em.createNamedQuery("Account.byPublicId", Account.class)
                .setParameter("companyId", me.companyId())
                .setParameter("publicId", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(Portraits::unknown);
    }

    private static JsonObject json(String address) {
        return Json.createObjectBuilder()
                .add("photo", address == null ? "" : address)
                .build();
    }

    private static NotFound unknown() {
        return new NotFound("There is no such agent.");
    }
}
