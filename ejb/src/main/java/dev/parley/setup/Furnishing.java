package dev.parley.setup;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.CompanyView;
import dev.parley.company.DepartmentDraft;
import dev.parley.company.DepartmentSettings;
import dev.parley.company.SiteChanges;
import dev.parley.company.SiteDraft;
import dev.parley.hours.FirstHours;
import dev.parley.hours.HoursPlan;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import dev.parley.shared.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What a company that has just begun needs before anybody can work: a department, a site and the clock of its hours. */
@ApplicationScoped
public class Furnishing {
    @Inject
    FirstHours hours;

    @Inject
    DepartmentSettings departments;

    @Inject
    SiteChanges sites;

    @Inject
    AuditTrail audit;

    /**
     * Makes them, within the caller's transaction, and writes them into the company's audit log.
     *
     * @param by who is said to have done it
     * @param draft as {@link SetUpDraft#checked()} gives it
     * @param members public ids of the accounts that the department has
     * @throws Refused if the site's key is somebody's already
     */
    public void furnish(Caller.Staff by, CompanyView company, SetUpDraft draft, List<String> members, Instant at) {
        audit.record(
                by,
                new AuditSubject(AuditKind.COMPANY, company.publicId(), company.name()),
                null,
                Json.createObjectBuilder()
                        .add("name", company.name())
                        .add("timeZone", draft.zone())
                        .build());
        departments.create(by, new DepartmentDraft(draft.department(), null, members, null));
        sites.create(
                by,
                draft.key(),
                new SiteDraft(draft.site(), null, List.of(draft.language()), null, null, null, null, null, null));
        hours.say(company.id(), new HoursPlan(ZoneId.of(draft.zone()), null, false, List.of()), at);
    }
}
