package dev.parley.web.portal;

import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.OwnHours;
import dev.parley.web.language.Words;
import dev.parley.web.portal.AuditPage.Choice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who follows whose hours: the company, its channels, sites and departments, and whatever else has hours of its own. */
@Named
@RequestScoped
public class HoursOverview {
    @Inject
    private Administration administration;

    @Inject
    private HoursNames names;

    @Inject
    private HoursPage page;

    @Inject
    private Hours hours;

    private List<Line> lines;

    /** A level in the list. {@code what} says what it says itself. */
    public record Line(String name, String kind, String query, String what, boolean own, boolean here) {
        public String getName() {
            return name;
        }

        public String getKind() {
            return kind;
        }

        public String getQuery() {
            return query;
        }

        public String getWhat() {
            return what;
        }

        /** Whether it has hours of its own. */
        public boolean isOwn() {
            return own;
        }

        /** Whether it is the level of this page. */
        public boolean isHere() {
            return here;
        }
    }

    public List<Line> getLines() {
        if (lines == null) lines = read();
        return lines;
    }

    private List<Line> read() {
        Words words = administration.words();
        Map<HoursPath, HoursPlan> own =
                hours.own(administration.caller()).stream().collect(Collectors.toMap(OwnHours::path, OwnHours::plan));
        List<Line> read = new ArrayList<>();
        add(read, HoursPath.COMPANY, words.say("hours.kindCompany"), own);
        for (Channel channel : Channel.values())
            add(read, new HoursPath(null, null, channel), words.say("hours.kindChannel"), own);
        names.sites().forEach(s -> add(read, new HoursPath(s.siteKey(), null, null), words.say("hours.kindSite"), own));
        names.departments()
                .forEach(d ->
                        add(read, new HoursPath(null, d.publicId(), null), words.say("hours.kindDepartment"), own));
        // what is left names more than one thing
        List.copyOf(own.keySet()).stream()
                .sorted((a, b) -> a.text().compareTo(b.text()))
                .forEach(path -> add(read, path, "", own));
        return List.copyOf(read);
    }

    private void add(List<Line> lines, HoursPath path, String kind, Map<HoursPath, HoursPlan> own) {
        HoursPlan plan = own.remove(path);
        lines.add(new Line(
                names.of(path),
                kind,
                HoursPath.COMPANY.equals(path) ? "" : "?" + path.text(),
                what(path, plan),
                plan != null,
                path.equals(page.path())));
    }

    private String what(HoursPath path, HoursPlan plan) {
        Words words = administration.words();
        if (plan == null || plan.equals(HoursPlan.SILENT))
            return HoursPath.COMPANY.equals(path) ? words.say("hours.always") : words.say("hours.follows");
        List<String> said = new ArrayList<>();
        if (plan.week() != null) said.add(new HoursWords(words).week(plan.week()));
        else if (!HoursPath.COMPANY.equals(path)) said.add(words.say("hours.weekFollows"));
        if (plan.zone() != null) said.add(plan.zone().getId());
        if (!plan.holidays().isEmpty())
            said.add(words.say("hours.holidayCount", plan.holidays().size()));
        return String.join(" · ", said);
    }

    public List<Choice> getSites() {
        return names.sites().stream()
                .map(s -> new Choice(s.siteKey(), s.name(), s.siteKey().equals(page.getSite())))
                .toList();
    }

    public List<Choice> getDepartments() {
        return names.departments().stream()
                .map(d -> new Choice(d.publicId(), d.name(), d.publicId().equals(page.getDepartment())))
                .toList();
    }

    public List<Choice> getChannels() {
        return List.of(Channel.values()).stream()
                .map(c -> new Choice(c.wire(), names.channel(c), c.wire().equals(page.getChannel())))
                .toList();
    }
}
