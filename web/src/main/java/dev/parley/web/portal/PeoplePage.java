package dev.parley.web.portal;

import dev.parley.agent.People;
import dev.parley.agent.PersonView;
import dev.parley.agent.Presence;
import dev.parley.company.DepartmentDetails;
import dev.parley.shared.Permission;
import dev.parley.web.language.Words;
import dev.parley.web.pages.AccountPart;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The company's people, and who of them is there now. */
@Named
@RequestScoped
public class PeoplePage {
    @Inject
    private Administration administration;

    @Inject
    private People people;

    private List<Line> lines;

    /** A person in the table. {@code presence} is a style: its shape repeats what {@code state} says. */
    public record Line(
            String id,
            String name,
            String initials,
            String portrait,
            String email,
            String role,
            String title,
            String languages,
            String departments,
            String capacity,
            String presence,
            String state) {
        static Line of(PersonView view, Words words) {
            var account = view.account();
            boolean answers = account.role().may(Permission.ANSWER_CONVERSATIONS);
            return new Line(
                    account.id(),
                    account.name(),
                    AccountPart.initials(account.name()),
                    account.portrait(),
                    account.email(),
                    AccountPart.roleName(account.role(), words),
                    account.title() == null ? "" : account.title(),
                    names(account.languages(), words.language()),
                    view.departments().stream().map(DepartmentDetails::name).collect(Collectors.joining(", ")),
                    answers ? String.valueOf(view.presence().capacity()) : "–",
                    style(view.presence().status()),
                    answers ? words.say(PeoplePage.state(view)) : "–");
        }

        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public String getInitials() {
            return initials;
        }

        /** Address of a picture, or null. */
        public String getPortrait() {
            return portrait;
        }

        public String getEmail() {
            return email;
        }

        public String getRole() {
            return role;
        }

        public String getTitle() {
            return title;
        }

        public String getLanguages() {
            return languages;
        }

        public String getDepartments() {
            return departments;
        }

        public String getCapacity() {
            return capacity;
        }

        public String getPresence() {
            return presence;
        }

        public String getState() {
            return state;
        }
    }

    public List<Line> getLines() {
        if (lines == null) {
            lines = people.all(administration.caller()).stream()
                    .map(view -> Line.of(view, administration.words()))
                    .toList();
        }
        return lines;
    }

    /** "3 people, 1 of them available". */
    public String getSummary() {
        long available = getLines().stream().filter(l -> l.presence().isEmpty()).count();
        return administration.words().say("people.summary", getLines().size(), available);
    }

    /** Languages in the words of the page's: "German, English". */
    static String names(List<String> tags, Locale language) {
        return tags.stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayName(language))
                .collect(Collectors.joining(", "));
    }

    /** The key of what is said of somebody's presence. */
    static String state(PersonView view) {
        return switch (view.presence().status()) {
            case AVAILABLE -> view.presence().connected() ? "presence.available" : "presence.notConnected";
            case BUSY -> "presence.busy";
            case AWAY -> "presence.away";
            case OFFLINE -> "presence.offline";
        };
    }

    static String style(Presence presence) {
        return switch (presence) {
            case AVAILABLE -> "";
            case BUSY -> "busy";
            case AWAY -> "away";
            case OFFLINE -> "off";
        };
    }
}
