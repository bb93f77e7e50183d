package dev.parley.routing.domain;

import dev.parley.routing.RoutingDraft;
import dev.parley.routing.SkillSet;
import dev.parley.routing.Strategy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How one department routes, as an administrator wrote it last. A department without one, and a column without a value, has the standard. */
@Entity
@Table(name = "department_routing")
public class DepartmentRouting {
    @Id
    @Column(name = "department_id")
    private long departmentId;

    @Column(name = "company_id")
    private long companyId;

    private String strategy;

    @Column(name = "offer_seconds")
    private Integer offerSeconds;

    @Column(name = "missed_offers")
    private Integer missedOffers;

    @Column(name = "skills_seconds")
    private Integer skillsSeconds;

    @Column(name = "language_seconds")
    private Integer languageSeconds;

    @Column(name = "last_agent_seconds")
    private Integer lastAgentSeconds;

    private String skills;
    private String language;

    protected DepartmentRouting() {}

    /** A department's first own rules. */
    public DepartmentRouting(long companyId, long departmentId, RoutingDraft rules) {
        this.companyId = companyId;
        this.departmentId = departmentId;
        write(rules);
    }

    /** From now on by these, in place of what was written before. */
    public final void write(RoutingDraft rules) {
        strategy = rules.strategy().wire();
        offerSeconds = rules.offerSeconds();
        missedOffers = rules.missedOffers();
        skillsSeconds = rules.relaxSkillsSeconds();
        languageSeconds = rules.relaxLanguageSeconds();
        lastAgentSeconds = rules.lastAgentSeconds();
        skills = rules.skills().text();
        language = rules.language();
    }

    public RoutingDraft written() {
        return new RoutingDraft(
                Strategy.of(strategy),
                offerSeconds,
                missedOffers,
                skillsSeconds,
                languageSeconds,
                lastAgentSeconds,
                SkillSet.parse(skills),
                language);
    }

    public long companyId() {
        return companyId;
    }
}
