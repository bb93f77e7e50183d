package dev.parley.web.rest;

import dev.parley.company.ChatInvitesJson;
import dev.parley.company.PagePattern;
import dev.parley.company.PreChatJson;
import dev.parley.company.SiteChanges;
import dev.parley.company.SiteDetails;
import dev.parley.company.SiteDraft;
import dev.parley.company.SiteLookJson;
import dev.parley.company.SitePicture;
import dev.parley.company.SiteRoute;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.Permission;
import dev.parley.web.rest.filter.Once;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The company's sites, for its administrators. What everybody may know of one site is {@link SitesResource}'s; the two share no path, as
 * a site's own may be asked from its pages.
 */
@Path("/sites")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class SiteSettingsResource {
    private static final String INVITES =
            "By which rules the site's pages speak first, at most 10, asked in their order; written anew as a whole. Each: id (missing of a new"
                    + " one; who has seen an id never sees it again), on, texts (by language, at most 200 characters), seconds on the page (0 to"
                    + " 3600), page (a path like /tents/*; missing: every page), pages seen in this visit (1 to 100), visitor (any, new,"
                    + " returning)";

    @Inject
    private SiteChanges sites;

    @Inject
    private CallerContext context;

    /** Conversations begun on a page of that path go to that department. */
    public record Route(String path, String department) {
        SiteRoute route() {
            if (department == null) throw new Invalid("A route needs path and department.");
            return new SiteRoute(PagePattern.of(path), department, null);
        }
    }

    /** A site. {@code department} is where conversations go that name none; {@code texts} are own words by language and name. */
    public record SiteLine(
            String siteKey,
            String name,
            List<String> origins,
            List<String> languages,
            String department,
            int reopenHours,
            boolean archived,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject look,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject texts,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject showing,

            List<Route> routes,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject form,

            @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = INVITES)
            JsonArray invites,

            SitePicture logo,
            SitePicture header,
            int version) {
        static SiteLine of(SiteDetails s) {
            var texts = Json.createObjectBuilder();
            s.texts().forEach((language, own) -> {
                var words = Json.createObjectBuilder();
                own.forEach(words::add);
                texts.add(language, words);
            });
            return new SiteLine(
                    s.key(),
                    s.name(),
                    s.origins(),
                    s.languages(),
                    s.department(),
                    s.reopenHours(),
                    s.archived(),
                    SiteLookJson.write(s.look()),
                    texts.build(),
                    s.showing().json(),
                    s.routes().stream()
                            .map(r -> new Route(r.pattern().text(), r.department()))
                            .toList(),
                    PreChatJson.write(s.form()),
                    ChatInvitesJson.write(s.invites()),
                    s.logo(),
                    s.header(),
                    (int) s.version());
        }
    }

    /** Oldest first. */
    public record SiteList(List<SiteLine> items, String next) {}

    /**
     * What an administrator says of a site: what is missing stays as it is, also inside {@code look}; a language named in {@code texts} is
     * written anew, and so are {@code invites}. With {@code version} only if nobody was quicker.
     */
    public record NewSite(
            String siteKey,
            String name,
            List<String> origins,
            List<String> languages,
            String department,
            Integer reopenHours,
            Boolean archived,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject look,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject texts,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject showing,

            List<Route> routes,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject form,

            @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = INVITES)
            JsonArray invites,

            Integer version) {
        SiteDraft draft() {
            return new SiteDraft(
                    name,
                    origins,
                    languages,
                    department,
                    reopenHours,
                    archived,
                    look,
                    texts == null ? null : words(texts),
                    showing,
                    routes == null ? null : routes.stream().map(Route::route).toList(),
                    form,
                    invites,
                    version == null ? null : (long) version);
        }

        private static Map<String, Map<String, String>> words(JsonObject said) {
            Map<String, Map<String, String>> texts = new HashMap<>();
            said.forEach((language, own) -> {
                if (!(own instanceof JsonObject words)) throw wrong();
                Map<String, String> fitting = new HashMap<>();
                words.forEach((name, text) -> fitting.put(name, text(text)));
                texts.put(language, fitting);
            });
            return texts;
        }

        private static String text(JsonValue value) {
            if (value instanceof JsonString text) return text.getString();
            throw wrong();
        }

        private static Invalid wrong() {
            return new Invalid("texts must be an object of languages, each an object of texts.");
        }
    }

    @GET
    @Operation(
            summary =
                    "The company's sites with all their settings, archived ones too; at most 100, all unless a limit is said")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public SiteList list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = Slice.of(sites.all(context.caller()), SiteDetails::key, cursor, limit);
        return new SiteList(some.items().stream().map(SiteLine::of).toList(), some.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Once
    @Operation(summary = "Make a site; at most 100. Its key stays for ever")
    public Response create(NewSite said) {
        context.caller().require(Permission.EDIT_SITES);
        if (said == null) throw new Invalid("Send siteKey and name.");
        return Response.status(Response.Status.CREATED)
                .entity(SiteLine.of(sites.create(context.caller(), said.siteKey(), said.draft())))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the site that siteKey names, archive it, or take it up again")
    public SiteLine change(NewSite said) {
        context.caller().require(Permission.EDIT_SITES);
        if (said == null || said.siteKey() == null) throw new Invalid("Send siteKey and what to change.");
        return SiteLine.of(sites.change(context.caller(), said.siteKey(), said.draft()));
    }
}
