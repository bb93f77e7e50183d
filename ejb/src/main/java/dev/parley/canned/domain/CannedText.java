package dev.parley.canned.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A canned response in another language. */
@Entity
@Table(name = "canned_text")
@IdClass(CannedText.Key.class)
@NamedQuery(name = "CannedText.ofCompany", query = "select t from CannedText t where t.companyId = :companyId")
public class CannedText {
    @Id
    @Column(name = "canned_response_id")
    private long responseId;

    @Id
    private String language;

    @Column(name = "company_id")
    private long companyId;

    private String text;

    protected CannedText() {}

    public CannedText(CannedResponse of, String language, String text) {
        this.responseId = of.id();
        this.companyId = of.companyId();
        this.language = language;
        this.text = text;
    }

    public void rewrite(String newText) {
        text = newText;
    }

    public long responseId() {
        return responseId;
    }

    public String language() {
        return language;
    }

    public String text() {
        return text;
    }

    /** The two keys; a class, as JPA 3.1 takes no record. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long responseId;
        private String language;

        public Key() {}

        public Key(long responseId, String language) {
            this.responseId = responseId;
            this.language = language;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.responseId == responseId && key.language.equals(language);
        }

        @Override
        public int hashCode() {
            return Objects.hash(responseId, language);
        }
    }
}
