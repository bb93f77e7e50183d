package dev.parley.web.rest;

import dev.parley.routing.OfferView.Named;
import dev.parley.routing.ReplayDraft;
import dev.parley.routing.ReplayView;
import dev.parley.routing.Replays;
import dev.parley.routing.RoutingDraft;
import dev.parley.routing.SkillSet;
import dev.parley.routing.Strategy;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a past day would have been like under another policy. */
@Path("/departments/{id}/replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class ReplaysResource {
    @Inject
    private Replays replays;

    @Inject
    private CallerContext context;

    /**
     * {@code day} as 2026-11-25, in the company's time zone. Without {@code strategy} and figures the rules of that day; with any of them a
     * missing figure is the standard. Times in seconds.
     */
    public record Asked(
            String day,
            String strategy,
            Integer offerSeconds,
            Integer missedOffers,
            Integer relaxSkillsSeconds,
            Integer relaxLanguageSeconds,
            Integer lastAgentSeconds,
            Integer capacity) {
        ReplayDraft draft() {
            return new ReplayDraft(date(), unchanged() ? null : policy(), capacity);
        }

        private LocalDate date() {
            try {
                return day == null ? null : LocalDate.parse(day);
            } catch (DateTimeParseException e) {
                throw new Invalid("A day is written as 2026-11-25.", e);
            }
        }

        private boolean unchanged() {
            return strategy == null
                    && offerSeconds == null
                    && missedOffers == null
                    && relaxSkillsSeconds == null
                    && relaxLanguageSeconds == null
                    && lastAgentSeconds == null;
        }

        private RoutingDraft policy() {
            return new RoutingDraft(
                    strategy == null ? null : Strategy.of(strategy),
                    offerSeconds,
                    missedOffers,
                    relaxSkillsSeconds,
                    relaxLanguageSeconds,
                    lastAgentSeconds,
                    SkillSet.NONE,
                    null);
        }
    }

    /** How many conversations the agent got first. */
    public record Share(Named agent, int got) {}

    /** One way that the day went. Waits in seconds, missing where nobody came or was answered. */
    public record Totals(
            int came,
            int answered,
            int unanswered,
            Integer medianWait,
            Integer ninetyPercentWait,
            Integer longestWait,
            int promised,
            int kept,
            int missedOffers,
            List<Share> agents) {
        static Totals of(ReplayView.Totals view) {
            return new Totals(
                    view.came(),
                    view.answered(),
                    view.unanswered(),
                    seconds(view.median()),
                    seconds(view.ninety()),
                    seconds(view.longest()),
                    view.promised(),
                    view.kept(),
                    view.missed(),
                    view.shares().stream()
                            .map(share -> new Share(share.agent(), share.got()))
                            .toList());
        }

        private static Integer seconds(Duration wait) {
            return wait == null ? null : Integer.valueOf((int) wait.toSeconds());
        }
    }

    /** A conversation that somebody else would have answered first; an agent is missing where nobody did. */
    public record Moved(
            String conversation, Instant since, Named factAgent, long factWait, Named otherAgent, long otherWait) {
        static Moved of(ReplayView.Moved view) {
            return new Moved(
                    view.conversation().id(),
                    view.since(),
                    view.factAgent(),
                    view.factWait().toSeconds(),
                    view.otherAgent(),
                    view.otherWait().toSeconds());
        }
    }

    /** {@code alike}: so many of those who came get the same agent when nothing is changed. */
    public record Replay(
            String zone,
            Totals fact,
            Totals other,
            int alike,
            List<Moved> moved,
            int omitted,
            boolean connectionsKnown) {
        static Replay of(ReplayView view) {
            return new Replay(
                    view.zone().getId(),
                    Totals.of(view.fact()),
                    Totals.of(view.other()),
                    view.alike(),
                    view.moved().stream().map(Moved::of).toList(),
                    view.omitted(),
                    view.connectionsKnown());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replay a past day of a department under another policy; nothing is changed by it")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Replay replay(@PathParam("id") String id, Asked asked) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (asked == null) throw new Invalid("Say which day.");
        return Replay.of(replays.replay(context.caller(), id, asked.draft()));
    }
}
