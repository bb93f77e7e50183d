package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.shared.HeldRole;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which sign-ins still stand, for sockets that were opened with them. For the desk itself: the keys never leave the building. */
@Stateless
@PermitAll
public class StandingSignIns {
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    /**
     * What each of these sign-ins allows now; 500 at a question. Those are missing that were ended, live under one that was, or are of a
     * colleague who was let out. A bearer that is merely too old to open another socket stands as long as its page's sign-in does.
     */
    public Map<Long, HeldRole> roles(Collection<Long> signIns) {
        var all = List.copyOf(signIns);
        var standing = new HashMap<Long, HeldRole>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            em.createNamedQuery("SignIn.standing", Object[].class)
                    .setParameter("ids", all.subList(i, Math.min(all.size(), i + AT_ONCE)))
                    .getResultStream()
                    .forEach(row -> standing.put((Long) row[0], ((Account) row[1]).role()));
        }
        return standing;
    }
}
