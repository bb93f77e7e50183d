package dev.parley.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The end of the widget's first page: how else Acme can be reached, and when it is open, by the clock of a visitor in Tokyo. */
@Tag("WID-10")
@Tag("WID-30")
class WaysToReachIT {
    private static final String HOURS = "/api/v1/hours?site=acme";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final List<Look> LOOKS =
            List.of(Look.DESKTOP, Look.DARK, Look.PHONE, Look.NARROW, Look.DESKTOP.in("ar"), Look.PHONE.in("ar"));

    /** Moved by nobody's hand; what is far below a pixel's worth is none. */
    private static final double NO_SHIFT = .001;

    private static final String SHIFTS = """
            () => new Promise((resolve) => { let sum = 0;
              new PerformanceObserver((seen) => seen.getEntries().forEach((e) => { if (!e.hadRecentInput) sum += e.value }))
                .observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(sum), 100) })
            """;

    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();
    private final String administrator = rest.signIn("admin@acme.example");
    private final Instant opened = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
    private final Instant closes = opened.plus(9, ChronoUnit.HOURS);
    private Browsers browsers;

    @BeforeEach
    void open() {
        browsers = new Browsers();
        JsonArrayBuilder week = Json.createArrayBuilder();
        for (DayOfWeek day : DayOfWeek.values())
            week.add(Json.createObjectBuilder()
                    .add("day", day.name().toLowerCase(Locale.ROOT))
                    .add("from", inUtc(opened))
                    .add("to", inUtc(closes)));
        put(Json.createObjectBuilder().add("timeZone", "UTC").add("week", week));
    }

    @AfterEach
    void close() {
        put(Json.createObjectBuilder());
        browsers.close();
    }

    @Test
    void a_visitor_elsewhere_sees_it_by_the_own_clock_in_english_and_arabic_on_phone_and_desktop() {
        Album album = new Album();
        try (Desk agent = new Desk(parley)) {
            agent.open();
            for (Look look : LOOKS) {
                Visitor visitor = new Visitor(browsers, look, parley, TOKYO).atTheShop();
                visitor.wait(".ways summary .dot");
                assertThat(shifts(visitor)).as(look.name()).isLessThan(NO_SHIFT);
                Locator phones = visitor.find(".ways a[href^='tel:']");
                assertThat(phones).hasCount(2);
                assertThat(phones.first().locator("bdi")).hasAttribute("dir", "ltr");
                assertThat(visitor.find(".ways")).not().containsText("5550199");
                if (look.language().equals("en")) {
                    assertThat(plain(visitor.find(".ways summary").innerText()))
                            .isEqualTo("Open now, until " + inTokyo(closes));
                }
                String end = "14-home-end-" + look.name() + (look.language().equals("ar") ? "-arabic" : "");
                visitor.find(".ways summary").click();
                visitor.find(".hours").scrollIntoViewIfNeeded();
                if (look.language().equals("en")) {
                    assertThat(plain(visitor.find(".hours dd").first().innerText()))
                            .isEqualTo(inTokyo(opened) + "–" + inTokyo(closes));
                }
                visitor.panel().evaluate("document.querySelector('main').scrollTo(0, 9999)");
                assertThat(visitor.panel().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(end)
                        .isEqualTo(true);
                album.take(end, visitor.page(), visitor.place(), visitor.panel());
                visitor.leave();
            }
        }
        album.axeFoundNothing();
    }

    @Test
    void where_it_does_not_come_the_rest_of_the_page_works() {
        Visitor visitor = new Visitor(browsers, Look.PHONE, parley, TOKYO);
        visitor.page().route("**/reach", Route::abort);
        visitor.atTheShop().start();
        visitor.leave();

        Visitor unlucky = new Visitor(browsers, Look.PHONE, parley, TOKYO);
        unlucky.page().route("**/widget/ways*", Route::abort);
        unlucky.atTheShop().start();
        unlucky.write("Do you read me?");
        unlucky.leave();
    }

    @Test
    @Tag("WID-20")
    void an_administrator_sees_in_the_preview_what_it_is_without_and_visitors_do_not_before_it_is_saved() {
        Page admin = browsers.newPerson();
        admin.navigate(parley.url()
                .resolve("/login?next=%2Fportal%2Fsite%3Fkey%3Dacme%26part%3Dbrand")
                .toString());
        admin.locator("#email").fill("admin@acme.example");
        admin.locator("#password").fill(ParleyRest.PASSWORD);
        admin.waitForNavigation(() -> admin.locator("#go").click());
        admin.locator("#color").fill("#0b6b68");
        admin.waitForCondition(() -> preview(admin, "document.querySelectorAll('.ways a').length > 3"));

        admin.locator("#contact").uncheck();
        admin.waitForCondition(
                () -> preview(admin, "document.querySelector('.ways summary') && !document.querySelector('.ways a')"));

        assertThat(rest.get("/api/v1/sites/acme/reach", null).body()).contains("+43 1 5550142");
    }

    private static boolean preview(Page admin, String condition) {
        try {
            return admin.frames().stream()
                    .filter(f -> f.url().contains("/chat/acme?preview"))
                    .anyMatch(f -> Boolean.TRUE.equals(f.evaluate("() => !!(" + condition + ")")));
        } catch (PlaywrightException e) {
            // another draft takes its place just now
            return false;
        }
    }

    private static double shifts(Visitor visitor) {
        return ((Number) visitor.panel().evaluate(SHIFTS)).doubleValue();
    }

    /** Some browsers separate the time of day by a narrow blank. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').strip();
    }

    private static String inTokyo(Instant at) {
        return DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH)
                .format(LocalTime.ofInstant(at, TOKYO))
                .toUpperCase(Locale.ROOT);
    }

    private static String inUtc(Instant at) {
        return LocalTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private void put(JsonObjectBuilder said) {
        int version = ParleyRest.json(rest.get(HOURS, administrator)).getInt("version");
        var answer = rest.send(
                "PUT", HOURS, administrator, said.add("version", version).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
