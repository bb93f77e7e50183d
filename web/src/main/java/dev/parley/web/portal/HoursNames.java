package dev.parley.web.portal;

import dev.parley.company.Companies;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.hours.Channel;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.HoursPath;
import dev.parley.shared.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the levels of the company's hours are called. */
@RequestScoped
public class HoursNames {
    @Inject
    private Administration administration;

    @Inject
    private Companies companies;

    @Inject
    private Sites sites;

    @Inject
    private Departments departments;

    @Inject
    private Clock clock;

    private List<SiteView> knownSites;
    private List<DepartmentView> knownDepartments;

    private long company() {
        return administration.caller().require(Permission.EDIT_DEPARTMENTS).companyId();
    }

    public List<SiteView> sites() {
        if (knownSites == null) knownSites = sites.of(company());
        return knownSites;
    }

    public List<DepartmentView> departments() {
        if (knownDepartments == null) knownDepartments = departments.of(company());
        return knownDepartments;
    }

    public String company(long id) {
        return companies.get(id).name();
    }

    public String channel(Channel channel) {
        return administration
                .words()
                .say(
                        switch (channel) {
                            case CHAT -> "hours.chat";
                            case VOICE -> "hours.voice";
                        });
    }

    /** "Acme", "Support", "Shop · Support · Chat". */
    public String of(HoursPath path) {
        String name = Stream.of(
                        path.site() == null ? null : site(path.site()),
                        path.department() == null ? null : department(path.department()),
                        path.channel() == null ? null : channel(path.channel()))
                .filter(n -> n != null)
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? company(company()) : name;
    }

    /** The part of a path that a level's name means. */
    public String of(HoursLevel.Name level, HoursPath path) {
        return of(
                switch (level) {
                    case COMPANY -> HoursPath.COMPANY;
                    case SITE -> new HoursPath(path.site(), null, null);
                    case DEPARTMENT -> new HoursPath(null, path.department(), null);
                    case CHANNEL -> new HoursPath(null, null, path.channel());
                });
    }

    /** What a level that answers is called. */
    public String of(HoursLevel level) {
        return of(new HoursPath(
                level.siteId() == null
                        ? null
                        : sites().stream()
                                .filter(s -> s.id() == level.siteId())
                                .map(SiteView::siteKey)
                                .findFirst()
                                .orElse(null),
                level.departmentId() == null
                        ? null
                        : departments().stream()
                                .filter(d -> d.id() == level.departmentId())
                                .map(DepartmentView::publicId)
                                .findFirst()
                                .orElse(null),
                level.channel()));
    }

    private String site(String key) {
        return sites().stream()
                .filter(s -> s.siteKey().equals(key))
                .map(SiteView::name)
                .findFirst()
                .orElse(key);
    }

    private String department(String id) {
        return departments().stream()
                .filter(d -> d.publicId().equals(id))
                .map(DepartmentView::name)
                .findFirst()
                .orElse(id);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Instant now() {
        return clock.instant();
    }
}
