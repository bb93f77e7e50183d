package dev.parley.web.rest;

import dev.parley.company.Availability;
import dev.parley.company.Contacts;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SitePicture;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.company.Suspensions;
import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursLevel;
import dev.parley.notification.WebPush;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.RateLimits;
import dev.parley.visitor.OpenedVisitor;
import dev.parley.visitor.VisitorDetails;
import dev.parley.visitor.Visitors;
import dev.parley.web.pages.AskedForm;
import dev.parley.web.security.ClientAddress;
import dev.parley.web.security.VisitorCookie;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a widget asks before anybody has said a word: the site as it looks and speaks, and who the visitor is. */
@Path("/sites/{siteKey}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visitors")
public class SitesResource {
    /** Nobody is expected, in no department, and it is not known until when. */
    private static final SiteAvailability SHUT =
            new SiteAvailability(false, SiteAvailability.Reason.CLOSED, null, null, List.of());

    @Inject
    private Sites sites;

    @Inject
    private Hours hours;

    @Inject
    private Contacts contacts;

    @Inject
    private Availability availability;

    @Inject
    private Suspensions suspensions;

    @Inject
    private Visitors visitors;

    @Inject
    private WebPush push;

    @Inject
    private RateLimits limits;

    @Context
    private HttpServletRequest request;

    /** How a site looks. {@code color} is {@code #rrggbb}; {@code logo} and {@code header} may be missing. */
    public record Brand(String name, String color, SitePicture logo, SitePicture header) {}

    /** A department, and whether somebody of it can be reached now; {@code reason} and {@code nextChange} as of the site. */
    public record Department(
            String id,
            String name,
            boolean open,
            SiteAvailability.Reason reason,
            Instant nextChange,
            boolean standard) {}

    /** Where the company can be reached beside the desk: what its administrators show. */
    public record Contact(String name, List<LocationLine> locations) {}

    /** When the site is open in an ordinary week, on the clock of {@code timeZone}. */
    public record OrdinaryHours(String timeZone, List<HoursJson.DaySpan> week) {}

    /**
     * A site, with its own words in the language it speaks with whoever asks. {@code reason} is {@code available}, {@code busy} (open, with a
     * wait), {@code no-agent}, {@code closed} (by the hours) or {@code holiday}. {@code nextChange} is when the hours alone make {@code open}
     * otherwise; missing where they never will, or where nobody is there although they say open. {@code form} is what is asked before the first
     * message, in that language. {@code away} is true where the company is suspended and nobody is let in; missing else.
     */
    public record Site(
            String siteKey,
            String name,
            String company,
            Brand brand,
            String language,
            Map<String, String> texts,
            List<String> languages,
            List<Department> departments,
            OrdinaryHours hours,
            Contact contact,

            @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            JsonArray form,

            boolean open,
            SiteAvailability.Reason reason,
            Instant nextChange,
            Boolean away) {}

    /** On which page somebody is. */
    public record OnPage(String url, String title, String referrer) {}

    /**
     * What a visitor's browser says of itself; every part may be missing. {@code another}: whoever sat here before has left. {@code
     * attributes}: what the host site says of it; at most 20, with names of at most 40 characters and texts (of at most 200), numbers,
     * true, false, or null to forget.
     */
    public record Arrival(
            String identity,
            String name,
            String email,
            boolean consent,
            OnPage page,
            String language,
            String timeZone,
            boolean another,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject attributes) {}

    /** A visitor as it sees itself. */
    public record Visitor(String id, String name) {}

    /** The visitor's bearer, for this site only. */
    public record Opened(String token, Instant expiresAt, Visitor visitor) {}

    @GET
    @Operation(
            summary =
                    "Brand, texts, languages, hours, departments and contact details of a site, and whether somebody can be reached, why, until when")
    public Site site(@PathParam("siteKey") String siteKey) {
        SiteView site = sites.require(siteKey);
        boolean away = suspensions.suspended(site.companyId());
        SiteAvailability now = away ? SHUT : availability.ofSite(site);
        List<Department> list = now.departments().stream()
                .map(d -> new Department(
                        d.department().publicId(),
                        d.department().name(),
                        d.open(),
                        d.reason(),
                        d.nextChange(),
                        d.department().id() == site.defaultDepartmentId()))
                .toList();
        String language = site.language(Collections.list(request.getLocales())).toLanguageTag();
        return new Site(
                site.siteKey(),
                site.name(),
                site.companyName(),
                new Brand(site.name(), site.brandColor(), site.logo(), site.header()),
                language,
                sites.texts(site).getOrDefault(language, Map.of()),
                site.languages(),
                list,
                ordinary(site),
                new Contact(
                        site.companyName(),
                        contacts.shown(site.companyId()).stream()
                                .map(LocationLine::forVisitors)
                                .toList()),
                AskedForm.write(site.form(), language, site.languages()),
                now.open(),
                now.reason(),
                now.nextChange(),
                away ? true : null);
    }

    private OrdinaryHours ordinary(SiteView site) {
        var said = hours.published(site.companyId(), new HoursLevel(site.id(), null, Channel.CHAT));
        return new OrdinaryHours(
                said.zone().what().getId(), HoursJson.week(said.week().what()));
    }

    @POST
    @Path("/visitors")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Come to a site: a new visitor, or the same again with the cookie")
    public Response open(@PathParam("siteKey") String siteKey, Arrival arrival) {
        String address = ClientAddress.of(request);
        limits.take(Limit.VISITORS, address);
        if (arrival == null) throw new Invalid("Send a JSON object, an empty one if there is nothing to say.");
        sites.require(siteKey);
        if (arrival.identity() != null) throw new Invalid("This site does not verify identities yet.");
        String brought = VisitorCookie.read(request, siteKey).orElse(null);
        if (arrival.another() && brought != null)
            visitors.authenticateCookie(siteKey, brought).ifPresent(push::unsubscribe);
        String cookie = arrival.another() ? null : brought;
        OpenedVisitor opened =
                visitors.open(siteKey, cookie, address, details(arrival), AttributesJson.read(arrival.attributes()));
        return Response.status(Response.Status.CREATED)
                .header("Set-Cookie", VisitorCookie.of(siteKey, opened.cookie()))
                .entity(new Opened(
                        opened.token(),
                        opened.expiresAt(),
                        new Visitor(opened.caller().publicId(), opened.name())))
                .build();
    }

    private VisitorDetails details(Arrival said) {
        OnPage page = said.page() == null ? new OnPage(null, null, null) : said.page();
        String language = said.language() == null ? firstOf(request.getHeader("Accept-Language")) : said.language();
        return new VisitorDetails(
                said.name(),
                said.email(),
                page.url(),
                page.title(),
                page.referrer(),
                language,
                said.timeZone(),
                request.getHeader("User-Agent"),
                said.consent());
    }

    /** The language a browser likes best: the first tag of the header, without its weight. */
    private static String firstOf(String acceptLanguage) {
        return acceptLanguage == null ? null : acceptLanguage.split("[,;]", 2)[0];
    }
}
