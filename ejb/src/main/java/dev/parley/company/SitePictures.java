package dev.parley.company;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.domain.Site;
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

/** The pictures of a company's sites: a logo, and one at the head of the widget's first page. Another company's site does not exist. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SitePictures {
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

    /**
     * Draws an upload as what it is for; nothing changes yet.
     *
     * @param key of the site
     * @param use {@link PictureUse#LOGO} or {@link PictureUse#HEADER}
     * @throws Forbidden if the caller does not edit sites
     * @throws NotFound if the company has no such site
     * @throws dev.parley.shared.DeskException as for {@link Pictures#draw}
     */
    public DrawnPicture draw(Caller caller, String key, PictureUse use, InputStream content) {
        Caller.Staff me = allowed(caller, key);
        return pictures.draw(me, use, content);
    }

    /**
     * From now on this is the site's picture of that use, in place of the one before, which nobody sees any more. The site's version grows
     * with it.
     *
     * @param key of the site
     * @param use {@link PictureUse#LOGO} or {@link PictureUse#HEADER}
     * @param drawn as {@link #draw} made it, or null for none
     * @return as everybody sees it, or null for none
     * @throws Forbidden if the caller does not edit sites
     * @throws NotFound if the company has no such site
     * @throws dev.parley.shared.DeskException as for {@link Pictures#keep}
     */
    public SitePicture show(Caller caller, String key, PictureUse use, DrawnPicture drawn) {
        Caller.Staff me = allowed(caller, key);
        SitePicture picture =
                drawn == null ? null : new SitePicture(pictures.keep(me, drawn), drawn.width(), drawn.height());
        own.run(() -> show(me, find(me.companyId(), key), use, picture));
        return picture;
    }

    /** Before anything is drawn or kept. */
    private Caller.Staff allowed(Caller caller, String key) {
        Caller.Staff me = caller.require(Permission.EDIT_SITES);
        own.run(() -> find(me.companyId(), key));
        return me;
    }

    private void show(Caller.Staff me, Site site, PictureUse use, SitePicture picture) {
        RowLock.SITE.take(em, site.id());
        em.refresh(site);
        SitePicture before = use == PictureUse.LOGO ? site.logo() : site.header();
        if (before == null && picture == null) return;
        gallery.takeDown(me.companyId(), address(before));
        gallery.hang(me.companyId(), address(picture));
        if (use == PictureUse.LOGO) site.carry(picture);
        else site.head(picture);
        site.changed();
        audit.record(
                me,
                new AuditSubject(AuditKind.SITE, site.publicId(), site.name()),
                json(use, before),
                json(use, picture));
    }

    private Site find(long companyId, String key) {
        if (!PublicIds.plausible(key)) throw unknown();
        return em.createNamedQuery("Site.owned", Site.class)
                .setParameter("companyId", companyId)
                .setParameter("siteKey", key)
                .getResultStream()
                .findFirst()
                .orElseThrow(SitePictures::unknown);
    }

    private static String address(SitePicture picture) {
        return picture == null ? null : picture.address();
    }

    private static JsonObject json(PictureUse use, SitePicture picture) {
        return Json.createObjectBuilder()
                .add(use.wire(), picture == null ? "" : picture.address())
                .build();
    }

    private static NotFound unknown() {
        return new NotFound("There is no such site.");
    }
}
