package dev.parley.company.domain;

import dev.parley.company.ChatInvites;
import dev.parley.company.ChatInvitesJson;
import dev.parley.company.OriginPattern;
import dev.parley.company.PreChat;
import dev.parley.company.PreChatJson;
import dev.parley.company.SiteLook;
import dev.parley.company.SiteLookJson;
import dev.parley.company.SitePicture;
import dev.parley.company.SiteShowing;
import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A web property of a company with its widget's settings. Its key stands in the customer's page and is public; its identity key verifies
 * who a visitor is and never leaves the server.
 */
@Entity
@Table(name = "site")
@NamedQuery(
        name = "Site.byKey",
        query =
                "select s, c.name from Site s join Company c on c.id = s.companyId where s.siteKey = :siteKey and s.archivedAt is null")
@NamedQuery(
        name = "Site.byId",
        query = "select s, c.name from Site s join Company c on c.id = s.companyId where s.id = :id")
@NamedQuery(name = "Site.owned", query = "select s from Site s where s.companyId = :companyId and s.siteKey = :siteKey")
@NamedQuery(
        name = "Site.ofCompany",
        query =
                "select s, c.name from Site s join Company c on c.id = s.companyId where s.companyId = :companyId order by s.id")
public class Site {
    @Id
    @SequenceGenerator(name = "site_seq", sequenceName = "site_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "site_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "site_key")
    private String siteKey;

    private String name;

    @Column(name = "default_department_id")
    private long defaultDepartmentId;

    @Column(name = "allowed_origins")
    private String allowedOrigins;

    @Column(name = "brand_color")
    private String brandColor;

    private String languages;

    @Column(name = "identity_key")
    private String identityKey;

    @Column(name = "reopen_hours")
    private int reopenHours;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Since when no page shows the widget; null while one may. */
    @Column(name = "archived_at")
    private Instant archivedAt;

    private String look = "{}";

    private String showing = "{}";

    private String form = "{}";

    private String invites = "[]";

    private String logo;

    @Column(name = "logo_width")
    private Integer logoWidth;

    @Column(name = "logo_height")
    private Integer logoHeight;

    private String header;

    @Column(name = "header_width")
    private Integer headerWidth;

    @Column(name = "header_height")
    private Integer headerHeight;

    /** Grows with every change by an administrator; not JPA's own, which would grow unseen. */
    private long version;

    protected Site() {}

    /** A new site; what is said of it is in the settings. */
    public static Site create(Department standard, String siteKey, SiteSettings settings, Instant at) {
        Site site = new Site();
        site.publicId = PublicIds.next();
        site.companyId = standard.companyId();
        site.defaultDepartmentId = standard.id();
        site.siteKey = siteKey;
        site.name = settings.name();
        site.allowedOrigins =
                settings.allowedOrigins().stream().map(OriginPattern::text).collect(Collectors.joining("\n"));
        site.brandColor = settings.brandColor();
        site.languages = String.join(",", settings.languages());
        site.identityKey = settings.identityKey();
        site.reopenHours = settings.reopenHours();
        site.createdAt = at;
        return site;
    }

    /** Says this of itself from now on. */
    public void describe(String newName, List<OriginPattern> origins, List<String> tags, int hours) {
        name = newName;
        allowedOrigins = origins.stream().map(OriginPattern::text).collect(Collectors.joining("\n"));
        languages = String.join(",", tags);
        reopenHours = hours;
    }

    /** Its conversations that name no department go there. */
    public void sendTo(Department department) {
        defaultDepartmentId = department.id();
    }

    public void look(SiteLook newLook) {
        brandColor = newLook.color();
        look = SiteLookJson.write(newLook).toString();
    }

    public void show(SiteShowing wanted) {
        showing = wanted.equals(SiteShowing.ALWAYS) ? "{}" : wanted.json().toString();
    }

    /** Asks this before the first message from now on. */
    public void ask(PreChat wanted) {
        form = PreChatJson.keep(wanted);
    }

    /** Speaks first by these rules from now on. */
    public void invite(ChatInvites wanted) {
        invites = ChatInvitesJson.keep(wanted);
    }

    /** Is known by this sign from now on. {@code wanted} may be null: by its company's name. */
    public void carry(SitePicture wanted) {
        logo = wanted == null ? null : wanted.address();
        logoWidth = wanted == null ? null : wanted.width();
        logoHeight = wanted == null ? null : wanted.height();
    }

    /** Has this picture at the head of its first page from now on. {@code wanted} may be null: none. */
    public void head(SitePicture wanted) {
        header = wanted == null ? null : wanted.address();
        headerWidth = wanted == null ? null : wanted.width();
        headerHeight = wanted == null ? null : wanted.height();
    }

    /** Shows its widget nowhere any more, or again. */
    public void archive(boolean wanted, Instant at) {
        if (wanted != archived()) archivedAt = wanted ? at : null;
    }

    /** Somebody changed something of it. */
    public void changed() {
        version++;
    }

    public boolean archived() {
        return archivedAt != null;
    }

    public SiteLook look() {
        return SiteLookJson.kept(brandColor, look);
    }

    /** Its sign, or null. */
    public SitePicture logo() {
        return logo == null ? null : new SitePicture(logo, logoWidth, logoHeight);
    }

    /** The picture at the head of its first page, or null. */
    public SitePicture header() {
        return header == null ? null : new SitePicture(header, headerWidth, headerHeight);
    }

    /** Where and when its button is shown. */
    public SiteShowing showing() {
        return SiteShowing.kept(showing);
    }

    /** What it asks before the first message. */
    public PreChat form() {
        return PreChatJson.kept(form);
    }

    /** By which rules its pages speak first. */
    public ChatInvites invites() {
        return ChatInvitesJson.kept(invites);
    }

    public long version() {
        return version;
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public long companyId() {
        return companyId;
    }

    public String siteKey() {
        return siteKey;
    }

    public String name() {
        return name;
    }

    public long defaultDepartmentId() {
        return defaultDepartmentId;
    }

    /** From which pages the widget may be used. */
    public List<OriginPattern> allowedOrigins() {
        return allowedOrigins
                .lines()
                .filter(l -> !l.isBlank())
                .map(OriginPattern::of)
                .toList();
    }

    public String brandColor() {
        return brandColor;
    }

    /** Language tags, the first is the site's own. */
    public List<String> languages() {
        return List.of(languages.split(","));
    }

    /** Within how many hours a visitor's message to a closed conversation reopens it. */
    public int reopenHours() {
        return reopenHours;
    }
}
