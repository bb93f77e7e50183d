package dev.parley.routing.persistence;

import dev.parley.routing.SkillSet;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;

/** Each agent's skills, a row for each. */
@Dependent
public class SkillRows {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    @SuppressWarnings("unchecked")
    public SkillSet of(long companyId, long accountId) {
        List<Object[]> rows = em.createNativeQuery(
                        "select name, level from agent_skill where company_id = ?1 and account_id = ?2")
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .getResultList();
        return new SkillSet(rows.stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
    }

    /** In place of what the agent could until now. */
    public void replace(long companyId, long accountId, SkillSet skills) {
        em.createNativeQuery("delete from agent_skill where company_id = ?1 and account_id = ?2")
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .executeUpdate();
        skills.levels()
                .forEach((name, level) -> em.createNativeQuery(
                                "insert into agent_skill (company_id, account_id, name, level) values (?1, ?2, ?3, ?4)")
                        .setParameter(1, companyId)
                        .setParameter(2, accountId)
                        .setParameter(3, name)
                        .setParameter(4, level)
                        .executeUpdate());
    }
}
