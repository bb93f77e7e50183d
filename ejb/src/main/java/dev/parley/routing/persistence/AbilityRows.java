package dev.parley.routing.persistence;

import dev.parley.routing.Abilities;
import dev.parley.routing.SkillSet;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;

/** What each agent can, a row for each skill and each language. */
@Dependent
public class AbilityRows {
    private static final String SKILL = "skill";
    private static final String LANGUAGE = "language";

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    @SuppressWarnings("unchecked")
    public Abilities of(long companyId, long accountId) {
        List<Object[]> rows = em.createNativeQuery(
                        "select kind, name, level from agent_ability where company_id = ?1 and account_id = ?2")
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .getResultList();
        var skills = new HashMap<String, Integer>();
        var languages = new TreeSet<String>();
        for (Object[] row : rows) {
            if (SKILL.equals(row[0])) skills.put((String) row[1], ((Number) row[2]).intValue());
            else languages.add((String) row[1]);
        }
        return new Abilities(new SkillSet(skills), languages);
    }

    /** In place of what the agent could until now. */
    public void replace(long companyId, long accountId, Abilities abilities) {
        em.createNativeQuery("delete from agent_ability where company_id = ?1 and account_id = ?2")
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .executeUpdate();
        abilities.skills().levels().forEach((name, level) -> add(companyId, accountId, SKILL, name, level));
        abilities.languages().forEach(language -> add(companyId, accountId, LANGUAGE, language, 0));
    }

    private void add(long companyId, long accountId, String kind, String name, int level) {
        em.createNativeQuery(
                        "insert into agent_ability (company_id, account_id, kind, name, level) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, companyId)
                .setParameter(2, accountId)
                .setParameter(3, kind)
                .setParameter(4, name)
                .setParameter(5, level)
                .executeUpdate();
    }
}
