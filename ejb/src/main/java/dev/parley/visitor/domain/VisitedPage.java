package dev.parley.visitor.domain;

import dev.parley.visitor.PageVisit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One step of a visitor's walk through the host site. */
@Entity
@Table(name = "visitor_page")
@NamedQuery(
        name = "VisitedPage.ofVisitor",
        query =
                "select p from VisitedPage p where p.companyId = :companyId and p.visitorId = :visitorId order by p.at desc, p.id desc")
public class VisitedPage {
    @Id
    @SequenceGenerator(name = "visitor_page_seq", sequenceName = "visitor_page_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visitor_page_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "visitor_id")
    private long visitorId;

    private String url;
    private String title;
    private Instant at;

    protected VisitedPage() {}

    /** The page on which the visitor is now. */
    public static VisitedPage of(Visitor visitor, Instant at) {
        VisitedPage page = new VisitedPage();
        page.companyId = visitor.companyId();
        page.visitorId = visitor.id();
        page.url = visitor.pageUrl();
        page.title = visitor.pageTitle();
        page.at = at;
        return page;
    }

    /** Pages of one address are one step; many get their title only after they were entered. */
    public boolean isStill(Visitor visitor) {
        if (!url.equals(visitor.pageUrl())) return false;
        title = visitor.pageTitle();
        return true;
    }

    public PageVisit visit() {
        return new PageVisit(url, title, at);
    }
}
