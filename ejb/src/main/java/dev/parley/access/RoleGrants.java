package dev.parley.access;

import dev.parley.access.domain.Granted;
import dev.parley.access.domain.OwnRole;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Role;
import dev.parley.shared.RowLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Which role somebody is to get, in the caller's transaction; nobody gives what the own role does not allow. */
@ApplicationScoped
class RoleGrants {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    /**
     * What is meant by the word of one of the desk's roles, or by the public id of one of the company's. The latter stays as it is to the
     * end of the transaction.
     *
     * @throws Invalid if there is no such role
     * @throws Forbidden if it is above the caller's
     */
    public Granted grant(Caller.Staff me, String said) {
        Granted granted =
                Role.find(said).map(role -> new Granted(role, null)).orElseGet(() -> new Granted(null, own(me, said)));
        if (granted.held().above(me.role())) throw new Forbidden("You cannot give a role above your own.");
        return granted;
    }

    private OwnRole own(Caller.Staff me, String id) {
        OwnRole role = find(me.companyId(), id).orElseThrow(() -> none(id));
        try {
            // the role alone: a sign-in at this moment needs the company
            em.refresh(role, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException e) {
            throw none(id);
        }
        return role;
    }

    private static Invalid none(String id) {
        return new Invalid("There is no role '" + id + "'.");
    }

    /** Whoever makes, changes or removes one of the company's own at the same time waits; who gives one waits for that one. */
    public void lock(long company) {
        RowLock.COMPANY.take(em, company);
    }

    /** One of the company's own, if it has it. */
    public Optional<OwnRole> find(long company, String id) {
        if (!PublicIds.plausible(id)) return Optional.empty();
        return em.createNamedQuery("OwnRole.byPublicId", OwnRole.class)
                .setParameter("companyId", company)
                .setParameter("publicId", id)
                .getResultStream()
                .findFirst();
    }

    /** The company's own, by name. */
    public List<OwnRole> all(long company) {
        return em.createNamedQuery("OwnRole.ofCompany", OwnRole.class)
                .setParameter("companyId", company)
                .getResultList();
    }
}
