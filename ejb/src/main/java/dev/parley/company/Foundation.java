package dev.parley.company;

import dev.parley.company.domain.Company;
import dev.parley.company.domain.Label;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** How a company begins, in the caller's transaction: with its name and the labels that every company begins with. */
@Dependent
public class Foundation {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** For the container. */
    public Foundation() {}

    /** For tests without a container. */
    public Foundation(EntityManager em) {
        this.em = em;
    }

    /**
     * Makes a company that has nobody yet, no department and no site.
     *
     * @param name 1 to 120 characters
     * @param demo whether its passwords are known to everybody; production refuses to start with one
     */
    public CompanyView begin(String name, boolean demo, Instant at) {
        Company company = Company.create(name, demo, at);
        em.persist(company);
        em.flush();
        for (LabelKind kind : LabelKind.values()) label(company.id(), kind, kind.standard());
        return new CompanyView(company.id(), company.publicId(), company.name());
    }

    private void label(long company, LabelKind kind, List<String> names) {
        for (int i = 0; i < names.size(); i++) em.persist(Label.create(company, kind, names.get(i), i));
    }
}
