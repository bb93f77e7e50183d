package dev.parley.visitor.domain;

import dev.parley.company.SiteView;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.PublicIds;
import dev.parley.visitor.VisitorDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * An anonymous browser on one site. Made when it first opens the widget, and the same again whenever it brings its cookie, of which only
 * the SHA-256 is kept. What it says of itself is claimed, never proven.
 */
@Entity
@Table(name = "visitor")
@NamedQuery(
        name = "Visitor.byCookie",
        query =
                "select v from Visitor v where v.companyId = :companyId and v.siteId = :siteId and v.cookieHash = :cookieHash")
@NamedQuery(name = "Visitor.byPublicId", query = "select v from Visitor v where v.publicId = :publicId")
@NamedQuery(
        name = "Visitor.ofCompany",
        query = "select v from Visitor v where v.companyId = :companyId and v.id in :ids")
public class Visitor {
    @Id
    @SequenceGenerator(name = "visitor_seq", sequenceName = "visitor_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visitor_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "site_id")
    private long siteId;

    private String name;
    private String email;

    @Column(name = "cookie_hash")
    private String cookieHash;

    @Column(name = "page_url")
    private String pageUrl;

    @Column(name = "page_title")
    private String pageTitle;

    private String referrer;

    @Column(name = "user_agent")
    private String userAgent;

    private String language;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "consent_at")
    private Instant consentAt;

    private String address;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    protected Visitor() {}

    /** Somebody new on a site. */
    public static Visitor arrive(SiteView site, String cookie, Instant at) {
        Visitor visitor = new Visitor();
        visitor.publicId = PublicIds.next();
        visitor.companyId = site.companyId();
        visitor.siteId = site.id();
        visitor.cookieHash = Digests.sha256(cookie);
        visitor.createdAt = at;
        visitor.seenAt = at;
        return visitor;
    }

    /** Is here now and says this; what it does not say stays as it was. */
    public void tell(VisitorDetails said, Instant at) {
        seenAt = at;
        name = or(said.name(), name);
        email = or(said.email(), email);
        // the title of another page would be a lie
        if (said.pageUrl() != null) pageTitle = null;
        pageUrl = or(said.pageUrl(), pageUrl);
        pageTitle = or(said.pageTitle(), pageTitle);
        referrer = or(said.referrer(), referrer);
        language = or(said.language(), language);
        timeZone = or(said.timeZone(), timeZone);
        userAgent = or(said.userAgent(), userAgent);
        if (said.consent()) consentAt = at;
    }

    /** From which address of the network it comes now. */
    public void comeFrom(String now) {
        address = now;
    }

    /** A colleague knows better than the visitor said; what is empty is forgotten. */
    public void correct(VisitorDetails known) {
        name = known.name();
        email = known.email();
    }

    /** The visitor as the one who asks; without a name it is called "Visitor". */
    public Caller.Visitor caller() {
        return new Caller.Visitor(companyId, siteId, id, publicId, name == null ? "Visitor" : name);
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

    public long siteId() {
        return siteId;
    }

    /** As the visitor said it, or null. */
    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String pageUrl() {
        return pageUrl;
    }

    public String pageTitle() {
        return pageTitle;
    }

    public String referrer() {
        return referrer;
    }

    public String userAgent() {
        return userAgent;
    }

    public String language() {
        return language;
    }

    /** An IANA name, or null. */
    public String timeZone() {
        return timeZone;
    }

    /** From where it came last; null if that was before addresses were kept. */
    public String address() {
        return address;
    }

    /** When it last agreed to what its site says, before it said anything; null if it did not. */
    public Instant consentAt() {
        return consentAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant seenAt() {
        return seenAt;
    }

    private static String or(String said, String known) {
        return said == null ? known : said;
    }
}
