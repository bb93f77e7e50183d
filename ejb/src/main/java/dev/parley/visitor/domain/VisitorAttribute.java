package dev.parley.visitor.domain;

import dev.parley.visitor.Attribute;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/** What the host site said last of a visitor under one name. */
@Entity
@Table(name = "visitor_attribute")
@IdClass(VisitorAttribute.Key.class)
@NamedQuery(
        name = "VisitorAttribute.ofVisitor",
        query =
                "select a from VisitorAttribute a where a.companyId = :companyId and a.visitorId = :visitorId order by a.name")
public class VisitorAttribute {
    @Id
    @Column(name = "visitor_id")
    private long visitorId;

    @Id
    private String name;

    @Column(name = "company_id")
    private long companyId;

    private String kind;

    /** The column is not called value, which is a word of SQL's own. */
    @Column(name = "said")
    private String value;

    protected VisitorAttribute() {}

    public VisitorAttribute(Visitor visitor, Attribute said) {
        visitorId = visitor.id();
        companyId = visitor.companyId();
        name = said.name();
        say(said);
    }

    /** Something else is said under the same name. */
    public final void say(Attribute said) {
        kind = said.kind().name().toLowerCase(Locale.ROOT);
        value = said.value();
    }

    public Attribute attribute() {
        return new Attribute(name, Attribute.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), value);
    }

    /** The two keys; a class, as JPA 3.1 takes no record. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long visitorId;
        private String name;

        public Key() {}

        public Key(long visitorId, String name) {
            this.visitorId = visitorId;
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.visitorId == visitorId && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(visitorId, name);
        }
    }
}
