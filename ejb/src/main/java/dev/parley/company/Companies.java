package dev.parley.company;

import dev.parley.company.domain.Company;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.PublicIds;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The companies of this installation. */
@Stateless
@PermitAll
public class Companies {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    /** Some of the companies. @param next where the next page begins, or null where this is the last */
    public record Page(List<CompanyStanding> items, String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The company with that key. @throws NotFound if there is none */
    public CompanyView get(long id) {
        Company company = em.find(Company.class, id);
        if (company == null) throw unknown();
        return view(company);
    }

    /**
     * The company with that public id.
     *
     * @throws Forbidden if anybody but the operator asks
     * @throws NotFound if there is none
     */
    public CompanyView get(Caller caller, String id) {
        caller.requireOperator();
        return view(find(em, id));
    }

    /**
     * All companies, oldest first.
     *
     * @param cursor the last page's {@code next}, or null for the first
     * @param limit 1 to 200
     * @throws Forbidden if anybody but the operator asks
     * @throws Invalid for another limit, or a cursor that is none
     */
    public Page page(Caller caller, String cursor, int limit) {
        caller.requireOperator();
        if (limit < 1 || limit > MOST) throw new Invalid("A limit is 1 to " + MOST + ".");
        long after = cursor == null
                ? 0
                : known(em, cursor)
                        .orElseThrow(() -> new Invalid("There is no such cursor."))
                        .id();
        List<Company> found = em.createQuery("select c from Company c where c.id > :after order by c.id", Company.class)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
        List<CompanyStanding> items =
                found.stream().limit(limit).map(each -> standing(em, each)).toList();
        return new Page(items, found.size() > limit ? items.get(limit - 1).id() : null);
    }

    /** @throws NotFound if there is none */
    static Company find(EntityManager em, String publicId) {
        return known(em, publicId).orElseThrow(Companies::unknown);
    }

    private static Optional<Company> known(EntityManager em, String publicId) {
        if (!PublicIds.plausible(publicId)) return Optional.empty();
        return em.createNamedQuery("Company.byPublicId", Company.class)
                .setParameter("publicId", publicId)
                .getResultStream()
                .findFirst();
    }

    static CompanyStanding standing(EntityManager em, Company company) {
        List<String> sites = em.createQuery(
                        "select s.siteKey from Site s where s.companyId = :company order by s.id", String.class)
                .setParameter("company", company.id())
                .getResultList();
        Number people = (Number) em.createNamedQuery("Company.people")
                .setParameter(1, company.id())
                .getSingleResult();
        return new CompanyStanding(
                company.publicId(),
                company.name(),
                company.createdAt(),
                sites,
                people.longValue(),
                company.suspendedAt(),
                company.suspendedReason());
    }

    private static CompanyView view(Company company) {
        return new CompanyView(company.id(), company.publicId(), company.name());
    }

    private static NotFound unknown() {
        return new NotFound("There is no such company.");
    }
}
