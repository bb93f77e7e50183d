package dev.parley.company;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.domain.Company;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Companies that the operator has shut out. Nothing of theirs is deleted; their people, programs, phones and visitors are refused wherever
 * they come in. Whoever lets somebody in asks here, each time: what was suspended on one node is so on all with the next request.
 */
@Stateless
@PermitAll
public class Suspensions {
    private static final int LONGEST_REASON = 300;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Event<CompanySuspended> news;

    @Inject
    Clock clock;

    /** For the company's own people, who are told why. @throws AccessSuspended if the company is suspended */
    public void refuse(long companyId) {
        List<String> reason = reason(companyId);
        if (reason.isEmpty()) return;
        String why = reason.get(0);
        throw new AccessSuspended("Your company's access is suspended: " + why, why);
    }

    /** For everybody else, who are not told why. @throws AccessSuspended if the company is suspended */
    public void refuseVisitors(long companyId) {
        if (suspended(companyId)) throw new AccessSuspended("This site is away.", null);
    }

    /** Whether nobody of the company is let in. */
    public boolean suspended(long companyId) {
        return !reason(companyId).isEmpty();
    }

    /** Keys of all companies that are suspended. */
    public Set<Long> all() {
        return Set.copyOf(em.createNamedQuery("Company.suspended", Long.class).getResultList());
    }

    /**
     * Lets nobody of the company in from now on; sockets that are open close within two seconds. Said again, the reason is another.
     *
     * @param company its public id
     * @param reason 1 to 300 characters; its people are told
     * @throws Forbidden if anybody but the operator asks
     * @throws Invalid if the reason is missing or too long
     * @throws NotFound if there is no such company
     */
    public CompanyStanding suspend(Caller caller, String company, String reason) {
        Caller.Operator operator = caller.requireOperator();
        String why = ShortText.of("A reason", reason, LONGEST_REASON);
        if (why == null) throw new Invalid("The reason is missing.");
        Company found = lock(company);
        JsonObject before = json(found);
        found.suspend(why, found.suspendedAt() == null ? clock.instant() : found.suspendedAt());
        told(operator, found, before);
        news.fire(new CompanySuspended(found.id()));
        return standing(found);
    }

    /**
     * Lets the company's people and visitors in again. Harmless for one that is not suspended.
     *
     * @param company its public id
     * @throws Forbidden if anybody but the operator asks
     * @throws NotFound if there is no such company
     */
    public CompanyStanding resume(Caller caller, String company) {
        Caller.Operator operator = caller.requireOperator();
        Company found = lock(company);
        JsonObject before = json(found);
        found.resume();
        told(operator, found, before);
        return standing(found);
    }

    private List<String> reason(long companyId) {
        return em.createNamedQuery("Company.reasonOfSuspension", String.class)
                .setParameter("id", companyId)
                .getResultList();
    }

    private Company lock(String publicId) {
        Company company = Companies.find(em, publicId);
        em.refresh(company, LockModeType.PESSIMISTIC_WRITE);
        return company;
    }

    private CompanyStanding standing(Company company) {
        em.flush();
        return Companies.standing(em, company);
    }

    private void told(Caller.Operator by, Company company, JsonObject before) {
        audit.record(
                by.in(company.id()),
                new AuditSubject(AuditKind.SUSPENSION, company.publicId(), company.name()),
                before,
                json(company));
    }

    private static JsonObject json(Company company) {
        var json = Json.createObjectBuilder().add("suspended", company.suspendedAt() != null);
        if (company.suspendedReason() == null) json.addNull("reason");
        else json.add("reason", company.suspendedReason());
        return json.build();
    }
}
