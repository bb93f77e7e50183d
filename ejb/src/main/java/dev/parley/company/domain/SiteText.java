package dev.parley.company.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A site's own words in place of the widget's, in one language. {@code name} is that of the widget's text: {@code greeting}. */
@Entity
@Table(name = "site_text")
@IdClass(SiteText.Key.class)
@NamedQuery(
        name = "SiteText.forget",
        query =
                "delete from SiteText t where t.companyId = :companyId and t.siteId = :siteId and t.language = :language")
@NamedQuery(
        name = "SiteText.ofSite",
        query = "select t from SiteText t where t.companyId = :companyId and t.siteId = :siteId")
public class SiteText {
    @Id
    @Column(name = "site_id")
    private long siteId;

    @Id
    private String language;

    @Id
    private String name;

    @Column(name = "company_id")
    private long companyId;

    private String text;

    protected SiteText() {}

    public SiteText(Site site, String language, String name, String text) {
        this.siteId = site.id();
        this.companyId = site.companyId();
        this.language = language;
        this.name = name;
        this.text = text;
    }

    public String language() {
        return language;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The three keys; a class, as JPA 3.1 takes no record. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long siteId;
        private String language;
        private String name;

        public Key() {}

        public Key(long siteId, String language, String name) {
            this.siteId = siteId;
            this.language = language;
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.siteId == siteId
                    && key.language.equals(language)
                    && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(siteId, language, name);
        }
    }
}
