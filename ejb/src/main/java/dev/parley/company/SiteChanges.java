package dev.parley.company;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.domain.Department;
import dev.parley.company.domain.Site;
import dev.parley.company.domain.SiteSettings;
import dev.parley.company.domain.SiteText;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Refused;
import dev.parley.shared.RowLock;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What administrators do with their company's sites: make, change, archive, take up again. Another company's site does not exist. */
@Stateless
@PermitAll
public class SiteChanges {
    /** So many a company has at most, archived ones included. */
    public static final int MOST = 100;

    private static final int REOPEN_HOURS = 24;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    SiteRoutes routes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** All of the caller's company, oldest first, archived ones too. */
    public List<SiteDetails> all(Caller caller) {
        long company = caller.require(Permission.EDIT_SITES).companyId();
        return em.createQuery("select s from Site s where s.companyId = :company order by s.id", Site.class)
                .setParameter("company", company)
                .getResultStream()
                .map(this::details)
                .toList();
    }

    /** One of them. @throws NotFound if the company has none with that key */
    public SiteDetails get(Caller caller, String key) {
        long company = caller.require(Permission.EDIT_SITES).companyId();
        return details(find(company, key));
    }

    /**
     * Makes a new one, which shows its widget nowhere until it has an origin.
     *
     * @param key stands in the customer's page for ever; see {@link SiteRules#key}
     * @param draft with a name at least; its language is English and its department the company's first unless said
     * @throws Invalid if something does not fit, or there are {@link #MOST}
     * @throws Refused if somebody has a site with that key
     */
    public SiteDetails create(Caller caller, String key, SiteDraft draft) {
        Caller.Staff me = caller.require(Permission.EDIT_SITES);
        String free = SiteRules.key(key);
        // one after the other, or two would each find room for the last one
        RowLock.COMPANY.take(em, me.companyId());
        if (all(me).size() >= MOST) throw new Invalid("There are at most " + MOST + " sites.");
        boolean taken = em.createQuery("select count(s) from Site s where s.siteKey = :key", Long.class)
                        .setParameter("key", free)
                        .getSingleResult()
                > 0;
        if (taken) throw new Refused("The key '" + free + "' is taken.");
        SiteLook look = draft.look() == null ? SiteLook.PLAIN : SiteLookJson.read(draft.look(), SiteLook.PLAIN);
        List<String> languages = draft.languages() == null ? List.of("en") : SiteRules.languages(draft.languages());
        List<OriginPattern> origins = draft.origins() == null ? List.of() : SiteRules.origins(draft.origins());
        int hours = draft.reopenHours() == null ? REOPEN_HOURS : SiteRules.reopenHours(draft.reopenHours());
        Site made = Site.create(
                department(me.companyId(), draft.department()),
                free,
                new SiteSettings(SiteRules.name(draft.name()), origins, look.color(), languages, Map.of(), null, hours),
                clock.instant());
        made.look(look);
        em.persist(made);
        em.flush();
        if (draft.showing() != null) made.show(SiteShowing.ALWAYS.with(draft.showing()));
        if (draft.routes() != null) routes.replace(me.companyId(), made.id(), draft.routes());
        if (draft.form() != null) ask(made, draft.form());
        if (draft.invites() != null) made.invite(ChatInvitesJson.read(draft.invites()));
        if (draft.texts() != null) write(made, draft.texts());
        return told(me, made, null);
    }

    /**
     * Changes what the draft names.
     *
     * @throws NotFound if the company has no such site or department
     * @throws Outdated if somebody else changed it since the draft's version was read
     * @throws Invalid if something does not fit
     */
    public SiteDetails change(Caller caller, String key, SiteDraft draft) {
        Caller.Staff me = caller.require(Permission.EDIT_SITES);
        Site site = find(me.companyId(), key);
        RowLock.SITE.take(em, site.id());
        em.refresh(site);
        if (draft.version() != null) Outdated.check(draft.version(), site.version());
        SiteDetails before = details(site);
        site.describe(
                draft.name() == null ? site.name() : SiteRules.name(draft.name()),
                draft.origins() == null ? site.allowedOrigins() : SiteRules.origins(draft.origins()),
                draft.languages() == null ? site.languages() : SiteRules.languages(draft.languages()),
                draft.reopenHours() == null ? site.reopenHours() : SiteRules.reopenHours(draft.reopenHours()));
        if (draft.department() != null) site.sendTo(department(me.companyId(), draft.department()));
        if (draft.look() != null) site.look(SiteLookJson.read(draft.look(), site.look()));
        if (draft.archived() != null) site.archive(draft.archived(), clock.instant());
        if (draft.showing() != null) site.show(site.showing().with(draft.showing()));
        if (draft.routes() != null) routes.replace(me.companyId(), site.id(), draft.routes());
        if (draft.form() != null) ask(site, draft.form());
        if (draft.invites() != null) site.invite(ChatInvitesJson.read(draft.invites()));
        if (draft.texts() != null) write(site, draft.texts());
        return told(me, site, before);
    }

    private void ask(Site site, JsonObject said) {
        PreChat before = site.form();
        site.ask(PreChatJson.read(said, before).since(before, clock.instant()));
    }

    private void write(Site site, Map<String, Map<String, String>> texts) {
        Map<String, Map<String, String>> fitting = SiteRules.texts(texts);
        em.flush();
        fitting.forEach((language, own) -> {
            em.createNamedQuery("SiteText.forget")
                    .setParameter("companyId", site.companyId())
                    .setParameter("siteId", site.id())
                    .setParameter("language", language)
                    .executeUpdate();
            // the rows that went may still be known
            em.clear();
            own.forEach((name, text) -> em.persist(new SiteText(site, language, name, text)));
            em.flush();
        });
        // what was there before counts, too
        SiteRules.texts(details(site).texts());
    }

    private SiteDetails told(Caller.Staff by, Site site, SiteDetails before) {
        em.flush();
        Site now = em.find(Site.class, site.id());
        JsonObject was = before == null ? null : SiteAudit.json(before);
        JsonObject is = SiteAudit.json(details(now));
        if (is.equals(was)) return details(now);
        if (was != null) now.changed();
        em.flush();
        audit.record(by, new AuditSubject(AuditKind.SITE, now.publicId(), now.name()), was, is);
        return details(now);
    }

    private SiteDetails details(Site s) {
        Department department = em.find(Department.class, s.defaultDepartmentId());
        Map<String, Map<String, String>> texts = em.createNamedQuery("SiteText.ofSite", SiteText.class)
                .setParameter("companyId", s.companyId())
                .setParameter("siteId", s.id())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        SiteText::language, Collectors.toUnmodifiableMap(SiteText::name, SiteText::text)));
        return new SiteDetails(
                s.publicId(),
                s.siteKey(),
                s.name(),
                s.allowedOrigins().stream().map(OriginPattern::text).toList(),
                s.languages(),
                department.publicId(),
                department.name(),
                s.reopenHours(),
                s.archived(),
                s.look(),
                s.logo(),
                s.header(),
                texts,
                s.showing(),
                routes.of(s.id()),
                s.form(),
                s.invites(),
                s.version());
    }

    private Site find(long companyId, String key) {
        if (!PublicIds.plausible(key)) throw unknown();
        return em.createNamedQuery("Site.owned", Site.class)
                .setParameter("companyId", companyId)
                .setParameter("siteKey", key)
                .getResultStream()
                .findFirst()
                .orElseThrow(SiteChanges::unknown);
    }

    /** One that takes conversations. @param id public id, or null for the company's first */
    private Department department(long companyId, String id) {
        return em.createNamedQuery("Department.ofCompany", Department.class)
                .setParameter("companyId", companyId)
                .getResultStream()
                .filter(d -> id == null || d.publicId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such department."));
    }

    private static NotFound unknown() {
        return new NotFound("There is no such site.");
    }
}
