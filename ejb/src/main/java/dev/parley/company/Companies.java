package dev.parley.company;

import dev.parley.company.domain.Company;
import dev.parley.shared.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The companies of this installation. */
@Stateless
@PermitAll
public class Companies {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    /** The company with that key. @throws NotFound if there is none */
    public CompanyView get(long id) {
        Company company = em.find(Company.class, id);
        if (company == null) throw new NotFound("There is no such company.");
        return new CompanyView(company.id(), company.publicId(), company.name());
    }
}
