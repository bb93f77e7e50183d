package dev.parley.web.portal;

import dev.parley.company.OriginPattern;
import dev.parley.company.Sighting;
import dev.parley.company.Sightings;
import dev.parley.company.SiteChanges;
import dev.parley.company.SiteDetails;
import dev.parley.web.account.QrCode;
import dev.parley.web.language.Words;
import dev.parley.web.pages.Authority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a site's widget comes onto a page, and whether it has come. */
@Named
@RequestScoped
public class SiteInstall {
    @Inject
    private Administration administration;

    @Inject
    private Sightings sightings;

    @Inject
    private SiteChanges changes;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    /** An origin, and what is known of it. @param tone {@code good}, {@code bad} or {@code unseen} */
    public record Line(String origin, String tone, String said, String since) implements Serializable {
        public String getOrigin() {
            return origin;
        }

        public String getTone() {
            return tone;
        }

        public String getSaid() {
            return said;
        }

        public String getSince() {
            return since;
        }
    }

    /** Something to paste. @param name a key of its title and, with {@code .hint}, of what it is for */
    public record Snippet(String name, String code) {
        public String getName() {
            return name;
        }

        public String getCode() {
            return code;
        }
    }

    public String getOwn() {
        return Authority.own(request).origin();
    }

    /** What stands in the page, most wanted first. */
    public List<Snippet> snippets(String key) {
        String own = getOwn();
        return List.of(
                new Snippet("site.embed.script", "<script async src=\"" + own + "/w/" + key + ".js\"></script>"),
                new Snippet("site.embed.button", "<button type=\"button\" data-parley=\"chat\">…</button>"),
                new Snippet("site.embed.link", chat(key)),
                new Snippet(
                        "site.embed.frame",
                        "<iframe src=\"" + chat(key) + "\" width=\"400\" height=\"680\" title=\"Chat\"></iframe>"));
    }

    /** The full-page chat. */
    public String chat(String key) {
        return getOwn() + "/chat/" + key;
    }

    public QrCode qr(String key) {
        return QrCode.of(chat(key));
    }

    /** What was seen, and after it the origins that are allowed and were never seen. */
    public List<Line> lines(String key) {
        return Drawn.list("met " + key, () -> read(key));
    }

    private List<Line> read(String key) {
        SiteDetails site = changes.get(administration.caller(), key);
        List<Sighting> seen = sightings.of(administration.caller(), key);
        List<Line> lines = new ArrayList<>();
        for (Sighting one : seen) lines.add(line(one));
        for (String origin : site.origins()) {
            boolean met = seen.stream().anyMatch(s -> OriginPattern.of(origin).matches(s.origin()));
            if (!met) lines.add(new Line(origin, "unseen", words().say("site.seen.never"), ""));
        }
        return lines;
    }

    private Line line(Sighting one) {
        String said = words().say(one.allowed() ? "site.seen.good" : "site.seen.refused", ago(one.lastSeen()));
        return new Line(
                one.origin(),
                one.allowed() ? "good" : "bad",
                said,
                words().say("site.seen.since", administration.moment(one.firstSeen())));
    }

    private String ago(Instant at) {
        Duration ago = Duration.between(at, clock.instant());
        if (ago.toMinutes() < 1) return words().say("ago.now");
        if (ago.toHours() < 1) return words().say("ago.minutes", ago.toMinutes());
        return ago.toDays() < 1 ? words().say("ago.hours", ago.toHours()) : words().say("ago.days", ago.toDays());
    }

    private Words words() {
        return administration.words();
    }
}
