package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("COM-4")
class SightingsIT {
    private TestDesk desk;
    private Caller.Staff owner;
    private Sightings sightings;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        owner = desk.colleague("Ann", Role.OWNER);
        sightings = desk.get(Sightings.class);
        allow("https://shop.example");
    }

    private void allow(String... origins) {
        desk.get(OwnTransaction.class)
                .call(() -> desk.get(SiteChanges.class)
                        .change(
                                owner,
                                "acme",
                                new SiteDraft(null, List.of(origins), null, null, null, null, null, null, null)));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_page_is_seen_for_the_first_and_the_last_time_and_written_once_a_minute(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        Instant first = desk.now();
        meet("https://shop.example/cart?token=secret");
        desk.clock.advance(Duration.ofSeconds(30));
        meet("https://shop.example/");
        assertThat(sightings.of(owner, "acme"))
                .containsExactly(new Sighting("https://shop.example", first, first, true));

        desk.clock.advance(Duration.ofMinutes(2));
        meet("https://shop.example/");
        meet("https://copied.example");
        assertThat(sightings.of(owner, "acme"))
                .containsExactlyInAnyOrder(
                        new Sighting("https://shop.example", first, desk.now(), true),
                        new Sighting("https://copied.example", desk.now(), desk.now(), false));
        allow("https://shop.example", "https://copied.example");
        assertThat(sightings.of(owner, "acme")).allMatch(Sighting::allowed);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void made_up_pages_push_out_each_other_and_never_the_own(TestDatabase.Kind kind) throws Exception {
        open(kind);
        meet("https://shop.example");
        for (int i = 0; i < SightingBook.MOST + 10; i++) {
            desk.clock.advance(Duration.ofSeconds(1));
            meet("https://made-up-" + i + ".example");
        }
        for (String odd :
                List.of("", "null", "about:blank", "https://*", "ftp://x.example", "https://" + "x".repeat(400)))
            meet(odd);
        sightings.met(1, null);

        List<Sighting> kept = sightings.of(owner, "acme");
        assertThat(kept).hasSize(SightingBook.MOST);
        assertThat(kept)
                .extracting(Sighting::origin)
                .contains("https://shop.example", "https://made-up-59.example")
                .doesNotContain("https://made-up-0.example");
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-3")
    void only_the_companys_administrators_see_them(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff foreign = new Caller.Staff(99, 1, "x", "Eve", Role.OWNER, 0);
        assertThatThrownBy(() -> sightings.of(foreign, "acme")).isInstanceOf(NotFound.class);
        Caller.Staff agent = desk.agent("Ben");
        assertThatThrownBy(() -> sightings.of(agent, "acme")).isInstanceOf(Forbidden.class);
    }

    private void meet(String page) {
        sightings.met(1, page);
        sightings.write();
    }
}
