package dev.parley.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.password.Passwords;
import dev.parley.company.Sites;
import dev.parley.demo.DemoStart;
import dev.parley.shared.NotFound;
import dev.parley.shared.Secrets;
import dev.parley.testing.News;
import dev.parley.testing.SettableClock;
import dev.parley.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-3")
@Tag("CHAT-8")
class VisitorsIT {
    private static final String HERE = "192.0.2.1";

    private final SettableClock clock = new SettableClock();
    private final Secrets secrets = new Secrets();
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
    void the_cookie_gives_the_same_visitor_and_what_it_said_stays(TestDatabase.Kind kind) {
        open(kind);
        OpenedVisitor first = asking(v -> v.open("acme", null, HERE, named("Vera"), List.of()));

        OpenedVisitor again = asking(v -> v.open("acme", first.cookie(), HERE, VisitorDetails.NONE, List.of()));

        assertThat(again.caller().publicId()).isEqualTo(first.caller().publicId());
        assertThat(again.name()).isEqualTo("Vera");
        assertThat(again.cookie()).isEqualTo(first.cookie());
        assertThat(asking(v -> v.authenticateCookie("acme", first.cookie())).orElseThrow())
                .isEqualTo(again.caller());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_cookie_of_another_site_or_of_somebodys_choosing_is_never_taken(TestDatabase.Kind kind) {
        open(kind);
        OpenedVisitor acme = asking(v -> v.open("acme", null, HERE, VisitorDetails.NONE, List.of()));

        OpenedVisitor globex = asking(v -> v.open("globex", acme.cookie(), HERE, VisitorDetails.NONE, List.of()));
        OpenedVisitor planted =
                asking(v -> v.open("acme", "planted-by-somebody", HERE, VisitorDetails.NONE, List.of()));

        assertThat(globex.caller().publicId()).isNotEqualTo(acme.caller().publicId());
        assertThat(globex.cookie()).isNotEqualTo(acme.cookie());
        assertThat(planted.cookie()).isNotEqualTo("planted-by-somebody");
        assertThat(asking(v -> v.authenticateCookie("globex", acme.cookie())).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> asking(v -> v.open("nowhere", null, HERE, VisitorDetails.NONE, List.of())))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_token_says_who_it_is_for_a_day_and_cannot_be_changed(TestDatabase.Kind kind) {
        open(kind);
        OpenedVisitor opened = asking(v -> v.open("acme", null, HERE, VisitorDetails.NONE, List.of()));
        String token = opened.token();

        assertThat(asking(v -> v.authenticate(token, HERE)).orElseThrow()).isEqualTo(opened.caller());
        for (String forged : List.of(
                token.replace(".acme.", ".globex."),
                token.replace(".acme.", ".acme.9"),
                token + "x",
                token.substring(0, token.length() - 2),
                token.replace("pv_", "pa_"),
                "pv_...",
                "pv_",
                "")) {
            assertThat(asking(v -> v.authenticate(forged, HERE)).isEmpty())
                    .as(forged)
                    .isTrue();
        }

        clock.pass(Duration.ofDays(1).plusSeconds(1));
        assertThat(asking(v -> v.authenticate(token, HERE)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void views_are_of_one_company_only(TestDatabase.Kind kind) {
        open(kind);
        OpenedVisitor acme = asking(v -> v.open("acme", null, HERE, named("Vera"), List.of()));
        OpenedVisitor globex = asking(v -> v.open("globex", null, HERE, named("Gustav"), List.of()));
        var ids = List.of(acme.caller().visitorId(), globex.caller().visitorId());

        assertThat(asking(v -> v.views(acme.caller().companyId(), ids)).values())
                .extracting(VisitorView::name)
                .containsExactly("Vera");
    }

    private static VisitorDetails named(String name) {
        return new VisitorDetails(name, null, null, null, null, null, null, null, false);
    }

    private void open(TestDatabase.Kind kind) {
        database = kind.open();
        DemoStart.in(database, new Passwords(), clock);
    }

    private <T> T asking(Function<Visitors, T> what) {
        return database.in(em -> {
            Sites sites = new Sites();
            dev.parley.company.OnDatabase.let(sites, em);
            Visitors door = new Visitors(sites, new VisitorTokens(secrets), new News<>(), clock);
            door.em = em;
            door.suspensions = dev.parley.company.OnDatabase.suspensions(em);
            return what.apply(door);
        });
    }
}
