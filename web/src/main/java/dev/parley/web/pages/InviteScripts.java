package dev.parley.web.pages;

import dev.parley.agent.TeamFace;
import dev.parley.company.Sites;
import dev.parley.file.OpenedFile;
import dev.parley.file.Pictures;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;

/**
 * {@code /w/acme/invite.js} and {@code /w/acme/here.js}: what the loader fetches where a site's rules may let its page speak first. Both are
 * scripts, as a customer's page that allows our script may allow nothing else: neither pictures nor requests.
 */
@ApplicationScoped
public class InviteScripts {
    /** A larger photo does without: it would come too late. */
    private static final int LARGEST_PHOTO = 60_000;

    private Assets assets;
    private Wording wording;
    private Sites sites;
    private Pictures pictures;

    protected InviteScripts() {}

    @Inject
    public InviteScripts(Assets assets, Wording wording, Sites sites, Pictures pictures) {
        this.assets = assets;
        this.wording = wording;
        this.sites = sites;
        this.pictures = pictures;
    }

    /** The rules with what follows them. */
    void invite(PublicSite site, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String here = Authority.own(request).origin() + "/w/" + site.site().siteKey() + "/here.js";
        var language = wording.language(site.site(), ChatServlet.wanted(request));
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("Vary", "Accept-Encoding");
        send(
                LoaderServlet.script(
                        assets, "/widget/invite.js", new SpokenInvites(site).rules(here, language, wording)),
                request,
                response);
    }

    /** Whether somebody is free at this moment; for a page that the site does not name nobody is. */
    void here(PublicSite site, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String origin = request.getHeader("Origin");
        boolean allowed = origin == null
                || origin.equals(Authority.own(request).origin())
                || site.site().allows(origin);
        List<TeamFace> faces = allowed ? site.faces() : List.of();
        var here = allowed
                ? new SpokenInvites(site).here(sites.routes(site.site()), faces, this::photo)
                : Json.createObjectBuilder()
                        .add("free", Json.createArrayBuilder())
                        .build();
        response.setHeader("Cache-Control", "no-store");
        send("export default " + ScriptJson.escape(here.toString()), request, response);
    }

    private static void send(String script, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // modules are fetched as a page's own requests are, without cookies
        response.setHeader("Access-Control-Allow-Origin", "*");
        new Packed(script).send(request, response);
    }

    private String photo(TeamFace face) throws IOException {
        String name = face.photo().substring(face.photo().lastIndexOf('/') + 1);
        try {
            OpenedFile picture = pictures.open(name.split("\\.")[0]);
            try (InputStream content = picture.content()) {
                if (picture.size() > LARGEST_PHOTO) return null;
                return Base64.getEncoder().encodeToString(content.readAllBytes());
            }
        } catch (NotFound | Unavailable e) {
            return null;
        }
    }
}
