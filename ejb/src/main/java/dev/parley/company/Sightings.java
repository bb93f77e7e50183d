package dev.parley.company;

import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * On which pages a site's widget has been met: what answers "is it installed?". A browser says the page with each request for the loader,
 * unless the page forbids it; anybody can claim any page, so this is a hint for administrators and opens nothing. A request costs no
 * database: what was met is noted in memory, bounded, and written every five seconds, each page at most once a minute.
 */
@Singleton
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Sightings {
    private static final Logger LOG = Logger.getLogger(Sightings.class.getName());
    /** Pages of all sites that are noted at a time; more are met again. */
    private static final int MOST_NOTED = 1_000;

    /** Of one site's: made-up pages of one leave room for those of all others. */
    private static final int MOST_NOTED_OF_SITE = 20;

    private static final int LONGEST = 300;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<Met, Instant> noted = new ConcurrentHashMap<>();
    private final Map<Met, Instant> written = new ConcurrentHashMap<>();

    @Inject
    SightingBook book;

    @Inject
    Sites sites;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    private record Met(long siteId, String origin) {}

    /** A page asked for the site's loader. @param page its address or only its origin; anything odd is passed over */
    public void met(long siteId, String page) {
        Optional<String> origin = origin(page);
        if (origin.isEmpty() || noted.size() >= MOST_NOTED || full(siteId)) return;
        Met met = new Met(siteId, origin.get());
        Instant now = clock.instant();
        Instant before = written.get(met);
        if (before == null || before.plus(PAUSE).isBefore(now)) noted.put(met, now);
    }

    private boolean full(long siteId) {
        return noted.keySet().stream().filter(met -> met.siteId() == siteId).count() >= MOST_NOTED_OF_SITE;
    }

    private static Optional<String> origin(String page) {
        if (page == null || page.indexOf('*') >= 0) return Optional.empty();
        int path = page.indexOf('/', page.indexOf("://") + 3);
        String origin = path < 0 ? page : page.substring(0, path);
        try {
            return origin.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(OriginPattern.of(origin).text());
        } catch (Invalid e) {
            return Optional.empty();
        }
    }

    /** Writes what was noted. A timer whose method throws may be given up: it must not throw. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void write() {
        Instant old = clock.instant().minus(PAUSE);
        written.values().removeIf(at -> at.isBefore(old));
        for (Map.Entry<Met, Instant> each : Map.copyOf(noted).entrySet()) {
            noted.remove(each.getKey());
            Met met = each.getKey();
            try {
                transaction.run(() -> {
                    book.write(met.siteId(), met.origin(), each.getValue());
                    book.trim(met.siteId(), sites.get(met.siteId()).allowedOrigins());
                });
                written.put(met, each.getValue());
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "a page that shows a widget could not be noted, met again with the next visit",
                        e);
            }
        }
    }

    /** Where a site has been met, last first; at most 50. @throws NotFound if the caller's company has no such site */
    public List<Sighting> of(Caller caller, String key) {
        long company = caller.require(Permission.EDIT_SITES).companyId();
        SiteView site = sites.of(company).stream()
                .filter(s -> s.siteKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such site."));
        return transaction.call(() -> book.of(site.id(), site.allowedOrigins()));
    }
}
