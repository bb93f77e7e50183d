package dev.parley.demo;

import dev.parley.access.domain.Account;
import dev.parley.access.password.Passwords;
import dev.parley.call.DeskPhones;
import dev.parley.canned.domain.CannedResponse;
import dev.parley.canned.domain.CannedText;
import dev.parley.company.CompanyView;
import dev.parley.company.Contacts;
import dev.parley.company.Foundation;
import dev.parley.company.LabelKind;
import dev.parley.company.domain.Department;
import dev.parley.company.domain.DepartmentMember;
import dev.parley.company.domain.Label;
import dev.parley.company.domain.Site;
import dev.parley.company.domain.SiteText;
import dev.parley.db.Settings;
import dev.parley.hours.FirstHours;
import dev.parley.shared.Caller;
import dev.parley.shared.Moments;
import dev.parley.shared.Permission;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the companies of a demo when they are not there yet, and refuses to open a production desk that has them. What somebody changed in
 * a demo stays changed.
 */
@Singleton
@Startup
@DependsOn("Migration")
@PermitAll
public class DemoData {
    /** Who has which desk phone; the password is that of the account. */
    private static final Map<String, String> EXTENSIONS =
            Map.of("agent1@acme.example", "1001", "agent2@acme.example", "1002");

    /** The shop's own drawings: nobody of the demo has a photo to lend. */
    private static final Map<String, String> PORTRAITS =
            Map.of("agent1@acme.example", "/shop/art/mia.svg", "agent2@acme.example", "/shop/art/jonas.svg");

    private static final int CAPACITY = 4;
    private static final Logger LOG = Logger.getLogger(DemoData.class.getName());

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private String passwordHash;

    private final Passwords passwords;
    private final DeskPhones phones;
    private final Foundation foundation;
    private final FirstHours hours;
    private final Clock clock;

    protected DemoData() {
        this(null, null, null, null, null);
    }

    @Inject
    public DemoData(Passwords passwords, DeskPhones phones, Foundation foundation, FirstHours hours, Clock clock) {
        this.passwords = passwords;
        this.phones = phones;
        this.foundation = foundation;
        this.hours = hours;
        this.clock = clock;
    }

    @PostConstruct
    void prepare() {
        if (Settings.demo()) DemoCompany.ALL.forEach(this::make);
        else refuse();
    }

    private void refuse() {
        long demos = em.createNamedQuery("Company.demos", Long.class).getSingleResult();
        if (demos > 0) {
            throw new IllegalStateException(
                    "PARLEY_MODE=production with the demo's companies in the database: their passwords"
                            + " are known to everybody. Use an empty database.");
        }
    }

    private void make(DemoCompany demo) {
        long there = em.createNamedQuery("Company.demoNamed", Long.class)
                .setParameter("name", demo.name())
                .getSingleResult();
        if (there > 0) return;
        Instant now = clock.instant();
        CompanyView company = foundation.begin(demo.name(), true, now);
        Map<String, Department> departments = new LinkedHashMap<>();
        for (String name : demo.departments()) {
            Department department = Department.create(company.id(), name, departments.size());
            keep(department);
            departments.put(name, department);
        }
        Site site = Site.create(departments.get(demo.standard()), demo.siteKey(), demo.site(), now);
        keep(site);
        demo.site()
                .texts()
                .forEach((language, texts) ->
                        texts.forEach((name, text) -> keep(new SiteText(site, language, name, text))));
        hours.say(company.id(), demo.hours(), now);
        tag(company, demo.tags());
        if (demo == DemoCompany.ACME) settle(company, now);
        if (demo == DemoCompany.ACME)
            DemoResponse.OF_ACME.forEach(response -> keepResponse(company, departments, response));
        for (int i = 0; i < demo.locations().size(); i++) {
            Contacts.keep(em, company.id(), i, demo.locations().get(i));
        }
        demo.people().forEach(person -> hire(company, departments, person, now));
        LOG.log(Level.INFO, "demo company {0} made", demo.name());
    }

    private void tag(CompanyView company, List<String> names) {
        for (int i = 0; i < names.size(); i++) em.persist(Label.create(company.id(), LabelKind.TAG, names.get(i), i));
    }

    /** Has its first steps behind it; the demo's other company shows them. */
    private void settle(CompanyView company, Instant now) {
        em.createNativeQuery("insert into first_step (company_id, step, passed_at) values (?1, 'all', ?2)")
                .setParameter(1, company.id())
                .setParameter(2, Moments.toColumn(now))
                .executeUpdate();
    }

    private void keepResponse(CompanyView company, Map<String, Department> departments, DemoResponse response) {
        CannedResponse row = CannedResponse.create(company.id());
        Department department = departments.get(response.department());
        row.write(response.shortcut(), department == null ? null : department.id(), response.text(), true);
        keep(row);
        response.texts().forEach((language, text) -> em.persist(new CannedText(row, language, text)));
    }

    private void hire(CompanyView company, Map<String, Department> departments, DemoPerson person, Instant now) {
        Account account = Account.create(
                company.id(), person.email(), person.name(), person.title(), person.role(), passwordHash(), true, now);
        account.showAs(PORTRAITS.get(person.email()));
        keep(account);
        person.departments().forEach(d -> em.persist(new DepartmentMember(departments.get(d), account.id())));
        if (person.role().may(Permission.ANSWER_CONVERSATIONS)) offline(account, now);
        String extension = EXTENSIONS.get(person.email());
        if (extension != null) phones.provision(Caller.DESK, person.email(), extension, DemoGuide.PASSWORD);
    }

    /** One hash, salt and all, for every account: everybody knows the password, and a start is not worth a second for each. */
    private String passwordHash() {
        if (passwordHash == null) passwordHash = passwords.hash(DemoGuide.PASSWORD);
        return passwordHash;
    }

    /** At once: entities refer to each other by keys, so JPA does not know in which order the tables want them. */
    private void keep(Object entity) {
        em.persist(entity);
        em.flush();
    }

    /** Presence belongs to the agents' feature, whose door is for agents themselves; a row is all that the demo needs. */
    private void offline(Account account, Instant now) {
        em.createNativeQuery(
                        "insert into agent_presence (account_id, company_id, status, since, idle_since, capacity, missed_offers)"
                                + " values (?1, ?2, 'offline', ?3, ?3, ?4, 0)")
                .setParameter(1, account.id())
                .setParameter(2, account.companyId())
                .setParameter(3, Moments.toColumn(now))
                .setParameter(4, CAPACITY)
                .executeUpdate();
    }
}
