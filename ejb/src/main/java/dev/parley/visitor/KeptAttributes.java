package dev.parley.visitor;

import dev.parley.shared.Invalid;
import dev.parley.visitor.domain.Visitor;
import dev.parley.visitor.domain.VisitorAttribute;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes of visitors as they are kept; works in the transaction of its door. */
final class KeptAttributes {
    private final EntityManager em;

    KeptAttributes(EntityManager em) {
        this.em = em;
    }

    /** By name. */
    List<Attribute> of(Visitor visitor) {
        return rows(visitor).stream().map(VisitorAttribute::attribute).toList();
    }

    /**
     * Takes what is said anew; what is not named stays.
     *
     * @throws Invalid if the visitor had more than {@value Attribute#MOST} then
     */
    void change(Visitor visitor, List<Attribute> said) {
        Map<String, VisitorAttribute> kept = new LinkedHashMap<>();
        rows(visitor).forEach(row -> kept.put(row.attribute().name(), row));
        for (Attribute each : said) {
            VisitorAttribute known = kept.get(each.name());
            if (each.value() == null) {
                if (known != null) em.remove(kept.remove(each.name()));
            } else if (known != null) known.say(each);
            else {
                var fresh = new VisitorAttribute(visitor, each);
                em.persist(fresh);
                kept.put(each.name(), fresh);
            }
        }
        if (kept.size() > Attribute.MOST) {
            throw new Invalid("A visitor has at most " + Attribute.MOST + " attributes.");
        }
    }

    private List<VisitorAttribute> rows(Visitor visitor) {
        return em.createNamedQuery("VisitorAttribute.ofVisitor", VisitorAttribute.class)
                .setParameter("companyId", visitor.companyId())
                .setParameter("visitorId", visitor.id())
                .getResultList();
    }
}
