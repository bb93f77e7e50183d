package dev.parley.web.rest;

import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.notification.PushAddress;
import dev.parley.notification.WebPush;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.web.pages.Wording;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Visitors who want to hear of an answer when the chat is closed: web push. 404 where the operator has not turned it on. */
@Path("/sites/{siteKey}/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visitors")
@SecurityRequirement(name = ParleyApi.VISITOR)
public class NotificationsResource {
    @Inject
    private WebPush push;

    @Inject
    private Sites sites;

    @Inject
    private Wording wording;

    @Inject
    private CallerContext context;

    @Context
    private HttpServletRequest request;

    /** What seals a message for the browser; URL-safe text. */
    public record Keys(String p256dh, String auth) {}

    /** A browser's {@code PushSubscription} as JSON, and the language in which it wants to be told. */
    public record Subscription(String endpoint, Keys keys, String language) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Be notified in this browser when somebody answers; at most 5 browsers, for another one the oldest"
                            + " goes")
    public void subscribe(@PathParam("siteKey") String siteKey, Subscription said) {
        SiteView site = sites.require(siteKey);
        Caller.Visitor visitor = visitor(site);
        if (said == null || said.keys() == null) throw new Invalid("Send endpoint and keys.");
        PushAddress address = new PushAddress(
                said.endpoint(), said.keys().p256dh(), said.keys().auth());
        push.subscribe(visitor, address, notice(site, said.language()));
    }

    @DELETE
    @Operation(summary = "Be notified no more, in no browser")
    public void unsubscribe(@PathParam("siteKey") String siteKey) {
        push.unsubscribe(visitor(sites.require(siteKey)));
    }

    private String notice(SiteView site, String said) {
        List<Locale> wanted = new ArrayList<>();
        if (said != null) wanted.add(Locale.forLanguageTag(said));
        wanted.addAll(Collections.list(request.getLocales()));
        Locale language = wording.language(site, wanted);
        Map<String, String> own = sites.texts(site).getOrDefault(language.toLanguageTag(), Map.of());
        return wording.notice(language, own, site.companyName());
    }

    private Caller.Visitor visitor(SiteView site) {
        Caller.Visitor visitor = context.caller().requireVisitor();
        if (visitor.siteId() != site.id()) throw new Forbidden("This is for visitors of the site.");
        return visitor;
    }
}
