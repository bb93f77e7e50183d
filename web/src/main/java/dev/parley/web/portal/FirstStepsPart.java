package dev.parley.web.portal;

import dev.parley.access.AccountSettings;
import dev.parley.access.StaffInvitations;
import dev.parley.company.ContactView;
import dev.parley.company.Contacts;
import dev.parley.company.FirstStep;
import dev.parley.company.FirstSteps;
import dev.parley.company.Sighting;
import dev.parley.company.Sightings;
import dev.parley.company.SiteChanges;
import dev.parley.company.SiteDetails;
import dev.parley.conversation.ConversationFilter;
import dev.parley.conversation.Conversations;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.shared.Caller;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Permission;
import dev.parley.shared.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leads a new company from its name to the first conversation, by the portal's own pages. What is done is seen by the company itself;
 * only what was passed over is written down.
 */
@Named("firstSteps")
@RequestScoped
public class FirstStepsPart {
    /** What a step takes somebody who reads, measured by the story of the first steps and rounded up. */
    private static final int SECONDS_A_STEP = 45;

    private static final int A_MINUTE = 60;

    @Inject
    private Administration administration;

    @Inject
    private FirstSteps steps;

    @Inject
    private Contacts contacts;

    @Inject
    private SiteChanges sites;

    @Inject
    private Sightings sightings;

    @Inject
    private Hours hours;

    @Inject
    private AccountSettings accounts;

    @Inject
    private StaffInvitations invitations;

    @Inject
    private Conversations conversations;

    private Boolean shown;
    private List<Line> lines;

    /**
     * A step as the page shows it.
     *
     * @param number from 1
     * @param path of the page where it is done, with its query
     */
    public record Line(String step, int number, String path, boolean done, boolean passed) implements Serializable {
        public String getStep() {
            return step;
        }

        public int getNumber() {
            return number;
        }

        public String getPath() {
            return path;
        }

        public boolean isDone() {
            return done;
        }

        public boolean isPassed() {
            return passed;
        }

        /** Whether somebody should still do it. */
        public boolean isOpen() {
            return !done && !passed;
        }
    }

    /** Whether this person leads a company that has not said it is through. */
    public boolean isShown() {
        if (shown == null) {
            shown = isLed() && !steps.over(administration.caller());
        }
        return shown;
    }

    /** Whether this person may all that the steps lead through. */
    public boolean isLed() {
        return administration.caller() instanceof Caller.Staff me
                && !HeldRole.of(Role.ADMINISTRATOR).above(me.role());
    }

    public List<Line> getLines() {
        if (lines == null) lines = Drawn.list("firstSteps", this::read);
        return lines;
    }

    private List<Line> read() {
        Caller caller = administration.caller();
        Set<FirstStep> passed = steps.passedOver(caller);
        Optional<SiteDetails> site =
                sites.all(caller).stream().filter(s -> !s.archived()).findFirst();
        List<Line> read = new ArrayList<>();
        for (FirstStep step : FirstStep.values()) {
            boolean done = done(step, site);
            read.add(new Line(step.wire(), read.size() + 1, path(step, site), done, !done && passed.contains(step)));
        }
        return read;
    }

    private boolean done(FirstStep step, Optional<SiteDetails> site) {
        Caller caller = administration.caller();
        return switch (step) {
            case COMPANY -> {
                ContactView now = contacts.get(caller);
                yield !now.locations().isEmpty();
            }
            case BRAND -> site.isPresent() && site.get().version() > 0;
            // the set-up has said the zone only
            case HOURS ->
                hours.own(caller).stream()
                        .anyMatch(own -> own.path().equals(HoursPath.COMPANY)
                                && own.plan().week() != null);
            case AGENT ->
                accounts.all(caller).stream()
                                        .filter(a -> a.role().may(Permission.ANSWER_CONVERSATIONS))
                                        .count()
                                > 1
                        || !invitations.waiting(caller).isEmpty();
            case SNIPPET ->
                site.isPresent()
                        && sightings.of(caller, site.get().key()).stream().anyMatch(Sighting::allowed);
            case CHAT ->
                !conversations
                        .list(caller, new ConversationFilter(null, null, null, null, null, null, null, null, null, 1))
                        .items()
                        .isEmpty();
        };
    }

    private static String path(FirstStep step, Optional<SiteDetails> site) {
        String itsSite = site.map(s -> "/portal/site?key=" + s.key()).orElse("/portal/site");
        return switch (step) {
            case COMPANY -> "/portal/company";
            case BRAND -> site.isPresent() ? itsSite + "&part=brand" : itsSite;
            case HOURS -> "/portal/hours";
            case AGENT -> "/portal/invite";
            case SNIPPET -> site.isPresent() ? itsSite + "&part=install" : itsSite;
            case CHAT -> site.map(s -> "/chat/" + s.key()).orElse("/portal/site");
        };
    }

    /** The step that this page is for, or null. */
    public Line getHere() {
        var faces = FacesContext.getCurrentInstance();
        String page = faces.getViewRoot().getViewId().replaceFirst("\\.xhtml$", "");
        String part = faces.getExternalContext().getRequestParameterMap().get("part");
        String step = switch (page) {
            case "/portal/company" -> "company";
            case "/portal/hours" -> "hours";
            case "/portal/invite", "/portal/people" -> "agent";
            case "/portal/site" -> "install".equals(part) ? "snippet" : "brand";
            default -> null;
        };
        // most pages are no step: nothing is asked for them
        if (step == null) return null;
        return getLines().stream()
                .filter(line -> line.step().equals(step))
                .findFirst()
                .orElse(null);
    }

    /** What comes after this page's step and is still to be done, or null. */
    public Line getNext() {
        Line here = getHere();
        List<Line> open = getLines().stream()
                .filter(line -> line.isOpen() && !line.equals(here))
                .toList();
        return open.stream()
                .filter(line -> here == null || line.number() > here.number())
                .findFirst()
                .or(() -> open.stream().findFirst())
                .orElse(null);
    }

    public int getDone() {
        return (int) getLines().stream().filter(Line::isDone).count();
    }

    public int getCount() {
        return getLines().size();
    }

    /** How long what is left may take: "About 3 minutes left". Empty for nothing. */
    public String getLeft() {
        long open = getLines().stream().filter(Line::isOpen).count();
        long minutes = (open * SECONDS_A_STEP + A_MINUTE - 1) / A_MINUTE;
        return open == 0 ? "" : administration.words().say("steps.minutes", minutes);
    }

    /** @param step as {@link FirstStep#wire} */
    public void passOver(String step) {
        steps.passOver(administration.caller(), FirstStep.of(step));
        administration.lead("/portal");
    }

    /** @param step as {@link FirstStep#wire} */
    public void takeUp(String step) {
        steps.takeUp(administration.caller(), FirstStep.of(step));
        administration.lead("/portal");
    }

    public void end() {
        steps.end(administration.caller());
        administration.lead("/portal");
    }

    public void resume() {
        steps.resume(administration.caller());
        administration.lead("/portal");
    }
}
