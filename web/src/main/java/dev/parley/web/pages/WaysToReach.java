package dev.parley.web.pages;

import dev.parley.company.ContactPointView;
import dev.parley.company.Contacts;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.company.LocationView;
import dev.parley.company.SiteView;
import dev.parley.company.Suspensions;
import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.OpenTime;
import dev.parley.shared.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How else a company can be reached and when somebody is expected, for the panel's first page: what its administrators show of its contact
 * details, and the business hours as moments, so that any visitor's clock can say them. What the site's look leaves out is not there; of a
 * suspended company nothing is.
 */
@ApplicationScoped
public class WaysToReach {
    /** The visitor's day may have begun so long ago, on the day on which its clock is set back. */
    private static final Duration PAST = Duration.ofHours(26);
    /** A week by the visitor's clock, and what begins on its last day. */
    private static final Duration AHEAD = Duration.ofDays(9);

    private Contacts contacts;
    private Hours hours;
    private Departments departments;
    private Suspensions suspensions;
    private Clock clock;

    protected WaysToReach() {}

    @Inject
    public WaysToReach(Contacts contacts, Hours hours, Departments departments, Suspensions suspensions, Clock clock) {
        this.contacts = contacts;
        this.hours = hours;
        this.departments = departments;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** {@code {locations?, hours?}} in the words of {@code docs/protocol.md}; the same for an hour, unless somebody writes it anew. */
    public JsonObject of(SiteView site) {
        JsonObjectBuilder ways = Json.createObjectBuilder();
        if (suspensions.suspended(site.companyId())) return ways.build();
        if (site.look().contact()) ways.add("locations", locations(contacts.shown(site.companyId())));
        if (site.look().hours()) ways.add("hours", hours(site));
        return ways.build();
    }

    /** The site is open while one of its departments is, as for {@link dev.parley.company.Availability}. */
    private JsonObjectBuilder hours(SiteView site) {
        List<HoursLevel> levels = departments.of(site.companyId()).stream()
                .map(DepartmentView::id)
                .map(department -> new HoursLevel(site.id(), department, Channel.CHAT))
                .toList();
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Instant from = hour.minus(PAST);
        Instant until = hour.plus(AHEAD);
        JsonArrayBuilder open = Json.createArrayBuilder();
        hours.openTimes(site.companyId(), levels, from, until).forEach(time -> open.add(between(time)));
        return between(new OpenTime(from, until)).add("open", open);
    }

    private static JsonObjectBuilder between(OpenTime time) {
        return Json.createObjectBuilder()
                .add("from", time.from().toString())
                .add("until", time.until().toString());
    }

    private static JsonArrayBuilder locations(List<LocationView> shown) {
        JsonArrayBuilder locations = Json.createArrayBuilder();
        shown.stream().filter(WaysToReach::leadsSomewhere).forEach(l -> {
            JsonObjectBuilder location = Json.createObjectBuilder().add("name", l.name());
            if (l.address() != null) location.add("address", l.address());
            locations.add(location.add("phones", points(l.phones()))
                    .add("emails", points(l.emails()))
                    .add("links", points(l.links())));
        });
        return locations;
    }

    private static boolean leadsSomewhere(LocationView l) {
        return l.address() != null
                || !(l.phones().isEmpty() && l.emails().isEmpty() && l.links().isEmpty());
    }

    private static JsonArrayBuilder points(List<ContactPointView> shown) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        shown.forEach(p -> {
            JsonObjectBuilder point = Json.createObjectBuilder().add("value", p.value());
            if (p.label() != null) point.add("label", p.label());
            points.add(point);
        });
        return points;
    }
}
