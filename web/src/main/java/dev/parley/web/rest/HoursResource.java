package dev.parley.web.rest;

import dev.parley.hours.Channel;
import dev.parley.hours.HolidayImport;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.HoursView;
import dev.parley.hours.Opening;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.shared.TooLarge;
import dev.parley.web.rest.HoursJson.DaySpan;
import dev.parley.web.rest.HoursJson.HolidayLine;
import dev.parley.web.rest.HoursJson.NewHours;
import dev.parley.web.rest.HoursJson.Time;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When the desk is open: of the company, or of a site, department and channel where they differ. For administrators. */
@Path("/hours")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hours")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class HoursResource {
    /** A calendar has at most so many bytes, and the door says so; what is longer is not read to its end. */
    private static final int LARGEST_CALENDAR = 256 * 1024;

    private static final String CALENDAR = "text/calendar";

    @Inject
    private Hours hours;

    @Inject
    private CallerContext context;

    @Inject
    private Clock clock;

    /** Of what the hours are: the company's without any of them. */
    public static class Level {
        @QueryParam("site")
        private String site;

        @QueryParam("department")
        private String department;

        @QueryParam("channel")
        private String channel;

        HoursPath path() {
            return new HoursPath(site, department, channel == null ? null : Channel.of(channel));
        }
    }

    /** What holds in the end, with the level that says it: {@code company}, {@code site}, {@code department} or {@code channel}. */
    public record Effective(
            String timeZone, String timeZoneFrom, List<DaySpan> week, String weekFrom, List<Inherited> holidays) {}

    /** A holiday of a more general level that counts here too. */
    public record Inherited(String from, HolidayLine holiday) {}

    /** What a level says itself, and under {@code effective} what holds. Write it back with its {@code version}. */
    public record HoursOf(
            String site,
            String department,
            String channel,
            long version,
            String timeZone,
            List<DaySpan> week,
            boolean ownHolidaysOnly,
            List<HolidayLine> holidays,
            Effective effective) {}

    /**
     * The tester's answer. {@code reason}: {@code hours}, {@code special-opening}, {@code outside-hours}, {@code holiday}, {@code closure};
     * {@code level}: who says so; {@code holiday}: its name; {@code date} and {@code time}: the span that decides, on the clock of
     * {@code timeZone}; without {@code nextChange} it stays so for ever.
     */
    public record Tested(
            Instant at,
            boolean open,
            Opening.Reason reason,
            String level,
            String holiday,
            String date,
            Time time,
            String timeZone,
            Instant nextChange) {}

    /** What an import did. */
    public record Imported(int added, int changed, int removed, HoursOf hours) {}

    @GET
    @Operation(summary = "What a level says of its hours, and what holds in the end")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public HoursOf get(@BeanParam Level level) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        return json(hours.get(context.caller(), level.path()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write a level's hours anew",
            description =
                    "With the version that was read, 0 for a level that says nothing yet; 409 if somebody else changed it since."
                            + " Without timeZone or week the more general level's hold; an empty week is closed. At most 400 holidays.")
    public HoursOf put(@BeanParam Level level, NewHours said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null || said.version() == null) throw new Invalid("Send the version that you have read.");
        return json(hours.change(context.caller(), level.path(), HoursJson.plan(said), said.version()));
    }

    @GET
    @Path("/opening")
    @Operation(summary = "The tester: open at this moment? why? next change?")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Tested test(@BeanParam Level level, @QueryParam("at") String at) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        Instant asked = at == null ? clock.instant() : moment(at);
        Opening opening = hours.test(context.caller(), level.path(), asked);
        return new Tested(
                asked,
                opening.open(),
                opening.reason(),
                HoursJson.wire(opening.level().name()),
                opening.holiday(),
                opening.date().toString(),
                opening.span() == null
                        ? null
                        : new Time(opening.span().from(), opening.span().to()),
                opening.zone().getId(),
                opening.nextChange());
    }

    @GET
    @Path("/calendar")
    @Produces({CALENDAR, "application/problem+json"})
    @Operation(summary = "The closures of a level as an iCalendar file; special openings are left out")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Response calendar(@BeanParam Level level) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        return Response.ok(hours.exportHolidays(context.caller(), level.path()), CALENDAR + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"holidays.ics\"")
                .build();
    }

    @POST
    @Path("/calendar")
    @Consumes(CALENDAR)
    @Operation(
            summary = "Take the events of an iCalendar file (RFC 5545) as closures",
            description =
                    "At most 256 KiB and 1,000 events. Events are known by their UID: what the file names becomes as it says, the rest"
                            + " stays. Yearly holidays stay one; other rules become the days of the next ten years, at most 200. With version as for PUT.")
    @RequestBody(content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public Imported take(@BeanParam Level level, @QueryParam("version") String version, InputStream file)
            throws IOException {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        byte[] bytes = file.readNBytes(LARGEST_CALENDAR + 1);
        if (bytes.length > LARGEST_CALENDAR) throw new TooLarge("A calendar file has at most 256 KiB.");
        HolidayImport done = hours.importHolidays(context.caller(), level.path(), bytes, number(version));
        return new Imported(done.added(), done.changed(), done.removed(), json(done.hours()));
    }

    private static Instant moment(String at) {
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            throw new Invalid("'at' is a moment like 2026-12-24T12:00:00Z.", e);
        }
    }

    private static Long number(String version) {
        try {
            return version == null ? null : Long.valueOf(version);
        } catch (NumberFormatException e) {
            throw new Invalid("A version is a number.", e);
        }
    }

    private static HoursOf json(HoursView view) {
        var own = view.own();
        return new HoursOf(
                view.path().site(),
                view.path().department(),
                view.path().channel() == null ? null : view.path().channel().wire(),
                view.version(),
                own.zone() == null ? null : own.zone().getId(),
                own.week() == null ? null : HoursJson.week(own.week()),
                own.ownHolidaysOnly(),
                own.holidays().stream().map(HoursJson::line).toList(),
                new Effective(
                        view.zone().what().getId(),
                        HoursJson.wire(view.zone().level()),
                        HoursJson.week(view.week().what()),
                        HoursJson.wire(view.week().level()),
                        view.above().stream()
                                .map(a -> new Inherited(HoursJson.wire(a.level()), HoursJson.line(a.what())))
                                .toList()));
    }
}
