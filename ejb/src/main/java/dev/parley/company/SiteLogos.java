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

/** The logos of a company's sites. Another company's site does not exist. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SiteLogos {
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
     * Draws an upload as a logo; nothing changes yet.
     *
     * @param key of the site
     * @throws Forbidden if the caller does not edit sites
     * @throws NotFound if the company has no such site
     * @throws dev.parley.shared.DeskException as for {@link Pictures#draw}
     */
    public DrawnPicture draw(Caller caller, String key, InputStream content) {
        Caller.Staff me = allowed(caller, key);
        return pictures.draw(me, PictureUse.LOGO, content);
    }

    /**
     * From now on this is the site's logo, in place of the one before, which nobody sees any more. The site's version grows with it.
     *
     * @param key of the site
     * @param drawn as {@link #draw} made it, or null for none
     * @return as everybody sees it, or null for none
     * @throws Forbidden if the caller does not edit sites
     * @throws NotFound if the company has no such site
     * @throws dev.parley.shared.DeskException as for {@link Pictures#keep}
     */
    public Logo show(Caller caller, String key, DrawnPicture drawn) {
        Caller.Staff me = allowed(caller, key);
        Logo logo = drawn == null ? null : new Logo(pictures.keep(me, drawn), drawn.width(), drawn.height());
        own.run(() -> show(me, find(me.companyId(), key), logo));
        return logo;
    }

    /** Before anything is drawn or kept. */
    private Caller.Staff allowed(Caller caller, String key) {
        Caller.Staff me = caller.require(Permission.EDIT_SITES);
        own.run(() -> find(me.companyId(), key));
        return me;
    }

    private void show(Caller.Staff me, Site site, Logo logo) {
        RowLock.SITE.take(em, site.id());
        em.refresh(site);
        Logo before = site.logo();
        if (before == null && logo == null) return;
        gallery.takeDown(me.companyId(), address(before));
        gallery.hang(me.companyId(), address(logo));
        site.carry(logo);
        site.changed();
        audit.record(me, new AuditSubject(AuditKind.SITE, site.publicId(), site.name()), json(before), json(logo));
    }

    private Site find(long companyId, String key) {
        if (!PublicIds.plausible(key)) throw unknown();
        return em.createNamedQuery("Site.owned", Site.class)
                .setParameter("companyId", companyId)
                .setParameter("siteKey", key)
                .getResultStream()
                .findFirst()
                .orElseThrow(SiteLogos::unknown);
    }

    private static String address(Logo logo) {
        return logo == null ? null : logo.address();
    }

    private static JsonObject json(Logo logo) {
        return Json.createObjectBuilder()
                .add("logo", logo == null ? "" : logo.address())
                .build();
    }

    private static NotFound unknown() {
        return new NotFound("There is no such site.");
    }
}
