package dev.parley.web.rest;

import dev.parley.mail.MailLog;
import dev.parley.mail.MailView;
import dev.parley.mail.MailWay;
import dev.parley.mail.Sender;
import dev.parley.mail.SenderSettings;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** As whom the company writes, and what became of its mails. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class MailResource {
    private static final int PAGE = 100;

    @Inject
    private SenderSettings senders;

    @Inject
    private MailLog log;

    @Inject
    private CallerContext context;

    /** {@code server} and {@code from} are the operator's, and missing where there is none. */
    public record Settings(String senderName, String replyTo, String server, String from, int version) {
        static Settings of(Sender sender, MailWay way) {
            return new Settings(sender.name(), sender.replyTo(), way.server(), way.from(), (int) sender.version());
        }
    }

    /** An empty name is the company's, an empty address the installation's. With {@code version} only if nobody was quicker. */
    public record NewSettings(String senderName, String replyTo, Integer version) {}

    /** Never what it says. */
    public record SentMail(
            String id,
            String kind,
            String to,
            String outcome,
            int attempts,
            Instant at,
            Instant changedAt,
            String problem) {
        static SentMail of(MailView mail) {
            return new SentMail(
                    mail.id(),
                    mail.kind(),
                    mail.to(),
                    mail.outcome().wire(),
                    mail.attempts(),
                    mail.at(),
                    mail.changedAt(),
                    mail.problem());
        }
    }

    /** Newest first. */
    public record SentMails(List<SentMail> items, String next) {}

    @GET
    @Path("/mail-settings")
    @Operation(summary = "As whom the company writes, and by which server")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Settings settings() {
        return Settings.of(senders.get(context.caller()), senders.way(context.caller()));
    }

    @PUT
    @Path("/mail-settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write as somebody else from now on")
    public Settings change(NewSettings said) {
        context.caller().require(Permission.EDIT_COMPANY);
        if (said == null) throw new Invalid("Say what to change.");
        Long version = said.version() == null ? null : (long) said.version();
        Sender sender = senders.change(context.caller(), said.senderName(), said.replyTo(), version);
        return Settings.of(sender, senders.way(context.caller()));
    }

    @GET
    @Path("/mails")
    @Operation(
            summary =
                    "What became of the company's mails of the last 30 days, newest first; 100 unless told, at most 200")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public SentMails mails(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = log.recent(context.caller(), Asked.cursor(cursor), Asked.number("limit", limit, PAGE));
        return new SentMails(some.items().stream().map(SentMail::of).toList(), some.next());
    }
}
