package dev.parley.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.password.Passwords;
import dev.parley.company.Sites;
import dev.parley.demo.DemoStart;
import dev.parley.shared.Caller;
import dev.parley.shared.Limit;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Secrets;
import dev.parley.testing.News;
import dev.parley.testing.SettableClock;
import dev.parley.testing.TestDatabase;
import dev.parley.visitor.VisitorEvent.VisitorChanged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("CON-7")
class VisitorTrailIT {
    private static final String HERE = "192.0.2.1";

    private final SettableClock clock = new SettableClock();
    private final News<VisitorEvent> news = new News<>();
    private final RateLimits limits = new RateLimits();
    private TestDatabase database;

    @TempDir
    private Path data;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @BeforeEach
    void keepTheSecretHere() {
        System.setProperty("parley.data", data.toString());
    }

    @AfterEach
    void close() {
        System.clearProperty("parley.data");
        database.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_oldest_page_goes_for_the_newest_and_each_is_told(TestDatabase.Kind kind) {
        Caller.Visitor visitor = open(kind);
        for (int i = 1; i <= VisitorTrail.KEPT + 1; i++) walk(visitor, "https://shop.example/" + i);

        assertThat(kept(visitor)).isEqualTo(VisitorTrail.KEPT);
        assertThat(news.fired()).hasSize(VisitorTrail.KEPT + 1).contains(new VisitorChanged(visitor));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_walks_too_fast_waits_a_moment(TestDatabase.Kind kind) {
        Caller.Visitor visitor = open(kind);
        for (int i = 1; i <= Limit.PAGES.times(); i++) walk(visitor, "https://shop.example/same");

        assertThatThrownBy(() -> walk(visitor, "https://shop.example/same")).isInstanceOf(RateLimited.class);
        assertThat(kept(visitor)).isEqualTo(1);
    }

    private void walk(Caller.Visitor visitor, String url) {
        clock.pass(Duration.ofSeconds(1));
        database.in(em -> {
            VisitorTrail trail = new VisitorTrail(limits, news, clock);
            trail.em = em;
            trail.walk(visitor, VisitorDetails.onPage(url, "A page", null));
            return null;
        });
    }

    private long kept(Caller.Visitor visitor) {
        return database.in(
                em -> em.createQuery("select count(p) from VisitedPage p where p.visitorId = :visitor", Long.class)
                        .setParameter("visitor", visitor.visitorId())
                        .getSingleResult());
    }

    private Caller.Visitor open(TestDatabase.Kind kind) {
        database = kind.open();
        DemoStart.in(database, new Passwords(), clock);
        return database.in(em -> {
            Sites sites = new Sites();
            dev.parley.company.OnDatabase.let(sites, em);
            Visitors door = new Visitors(sites, new VisitorTokens(new Secrets()), new News<>(), clock);
            door.em = em;
            door.suspensions = dev.parley.company.OnDatabase.suspensions(em);
            return door.open("acme", null, HERE, VisitorDetails.NONE, List.of()).caller();
        });
    }
}
