package dev.parley.web.portal;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.agent.PresenceView;
import dev.parley.company.Availability;
import dev.parley.company.SiteAvailability;
import dev.parley.company.Sites;
import dev.parley.conversation.ConversationFilter;
import dev.parley.conversation.ConversationStatus;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Conversations;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursLevel;
import dev.parley.shared.Caller;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.web.language.Words;
import dev.parley.web.pages.AccountPart;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;

/** How the company's desk stands now: which sites are open and until when, who waits, who is there. For those who look after others. */
@Named
@RequestScoped
public class OverviewPage {
    private static final int MOST_SITES = 20;
    private static final int MOST_PEOPLE = 12;

    @Inject
    private Administration administration;

    @Inject
    private Sites sites;

    @Inject
    private Availability availability;

    @Inject
    private Conversations conversations;

    @Inject
    private Agents agents;

    @Inject
    private Hours hours;

    @Inject
    private Clock clock;

    private List<SiteLine> open;
    private List<PresenceView> people;

    /** A site: whether it is open, and what is said of it. */
    public record SiteLine(String name, boolean open, String said) {
        public String getName() {
            return name;
        }

        public boolean isOpen() {
            return open;
        }

        public String getSaid() {
            return said;
        }
    }

    /** Somebody who answers. @param mark the class of the sign of presence */
    public record PersonLine(String name, String initials, String mark, String said) {
        public String getName() {
            return name;
        }

        public String getInitials() {
            return initials;
        }

        public String getMark() {
            return mark;
        }

        public String getSaid() {
            return said;
        }
    }

    public List<SiteLine> getSites() {
        if (open == null) open = read();
        return open;
    }

    private List<SiteLine> read() {
        long company = me().companyId();
        ZoneId zone = hours.published(company, HoursLevel.COMPANY).zone().what();
        return sites.of(company).stream()
                // no visitor finds an archived one
                .filter(site -> sites.find(site.siteKey()).isPresent())
                .limit(MOST_SITES)
                .map(site -> {
                    SiteAvailability now = availability.ofSite(site);
                    return new SiteLine(site.name(), now.open(), said(now, zone));
                })
                .toList();
    }

    private String said(SiteAvailability now, ZoneId zone) {
        Words words = administration.words();
        String why = words.say(
                switch (now.reason()) {
                    case AVAILABLE -> "overview.available";
                    case BUSY -> "overview.busy";
                    case NO_AGENT -> "overview.noAgent";
                    case CLOSED -> "overview.closed";
                    case HOLIDAY -> "overview.holiday";
                });
        if (now.nextChange() == null) return why;
        String when = when(now.nextChange(), zone);
        return why + " " + words.say(now.open() ? "overview.until" : "overview.opens", when);
    }

    private String when(Instant at, ZoneId zone) {
        ZonedDateTime then = at.atZone(zone);
        boolean today = then.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
        String time = DateTimeFormatter.ofPattern("HH:mm").format(then);
        return today
                ? time
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(administration.words().figures())
                                .format(then)
                        + ", " + time;
    }

    /** How many wait for somebody: "3", or "100+". */
    public String getWaiting() {
        return count(ConversationStatus.WAITING);
    }

    /** How many are in hand. */
    public String getInHand() {
        return count(ConversationStatus.OPEN);
    }

    private String count(ConversationStatus status) {
        Page<ConversationView> page = conversations.list(
                administration.caller(),
                new ConversationFilter(
                        status, null, null, null, null, null, null, null, null, ConversationFilter.MAX_LIMIT));
        return page.items().size() + (page.next() == null ? "" : "+");
    }

    /** How many could take something new. */
    public int getThere() {
        return (int) people().stream().filter(OverviewPage::there).count();
    }

    /** How many answer at all. */
    public int getPeopleCount() {
        return people().size();
    }

    /** Those who are there first; the first dozen. */
    public List<PersonLine> getPeople() {
        return people().stream()
                .sorted(Comparator.comparing(p -> there(p) ? 0 : p.connected() ? 1 : 2))
                .limit(MOST_PEOPLE)
                .map(this::line)
                .toList();
    }

    private static boolean there(PresenceView person) {
        return person.connected() && person.status() == Presence.AVAILABLE;
    }

    private PersonLine line(PresenceView person) {
        Words words = administration.words();
        Presence status = person.connected() ? person.status() : Presence.OFFLINE;
        String mark = switch (status) {
            case AVAILABLE -> "";
            case BUSY -> "busy";
            case AWAY -> "away";
            case OFFLINE -> "off";
        };
        String said = words.say(
                switch (status) {
                    case AVAILABLE -> "overview.person.available";
                    case BUSY -> "overview.person.busy";
                    case AWAY -> "overview.person.away";
                    case OFFLINE -> "overview.person.offline";
                });
        boolean why = status != Presence.OFFLINE && person.reason() != null;
        return new PersonLine(
                person.name(), AccountPart.initials(person.name()), mark, why ? said + ", " + person.reason() : said);
    }

    private List<PresenceView> people() {
        if (people == null) people = agents.colleagues(me());
        return people;
    }

    private Caller.Staff me() {
        return administration.caller().require(Permission.SEE_ALL_CONVERSATIONS);
    }
}
