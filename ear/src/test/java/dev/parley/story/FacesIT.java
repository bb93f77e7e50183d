package dev.parley.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.Picture;
import dev.parley.running.RunningParley;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom a visitor talks to has a face, where the company wants it. Globex's agent lends it, and takes it away again. */
class FacesIT {
    private static final RunningParley PARLEY = RunningParley.shared();
    private static final String AGENT = "agent@globex.example";

    private Browsers browsers;

    @BeforeEach
    void open() {
        browsers = new Browsers();
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    @Tag("WID-13")
    @Tag("COM-3")
    void an_agent_uploads_a_photo_and_the_visitor_sees_who_has_joined() {
        Page agent = signedIn("/account", AGENT);
        agent.setInputFiles(
                "#photo", file("me.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)));
        agent.click("#photoGo");
        assertThat(agent.locator("#photo-part [role=alert].said")).containsText("SVG");
        agent.setInputFiles("#photo", file("me.png", Picture.png()));
        agent.click("#photoGo");
        agent.locator("#photo-part [role=status]").waitFor();
        String address = agent.locator("#photo-part .av img").getAttribute("src");
        assertThat(address).startsWith("/pictures/");
        assertThat(loaded(agent, "#photo-part .av img")).isTrue();

        Page visitor = browsers.newPerson();
        talking(visitor, () -> {
            assertThat(visitor.locator(".bar h1").first()).hasText("Gil Globex");
            assertThat(visitor.locator(".bar p").first()).hasText("Technician, Service");
        });

        visitor.waitForCondition(() -> loaded(visitor, ".view:not(.home) .bar .av img"));
        assertThat(visitor.locator(".view:not(.home) .bar .av img").getAttribute("src"))
                .isEqualTo(address);
        var answer = visitor.request().get(url(address));
        assertThat(answer.headers())
                .containsEntry("content-type", "image/jpeg")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("cache-control", "public, max-age=31536000, immutable");
        assertThat(answer.headers().get("content-security-policy")).contains("sandbox");

        Page unlucky = browsers.newPerson();
        unlucky.route("**/pictures/*", Route::abort);
        talking(unlucky, () -> {});
        assertThat(unlucky.locator(".view:not(.home) .bar .av b")).hasText("GG");
        assertThat(loaded(unlucky, ".view:not(.home) .bar .av img")).isFalse();

        agent.click("#photoNone");
        agent.locator("#photoNone").waitFor(gone());
        assertThat(visitor.request().get(url(address)).status()).isEqualTo(404);
    }

    @Test
    @Tag("WID-20")
    void a_logo_is_seen_in_the_preview_before_it_is_saved_and_by_visitors_after_it() {
        Page admin = signedIn("/portal/site?key=globex&part=brand", "admin@globex.example");
        admin.setInputFiles("#logo", file("logo.gif", "GIF89a".getBytes(StandardCharsets.UTF_8)));
        assertThat(admin.locator("#logoProblem")).containsText("PNG or JPEG");
        admin.fill("#color", "#112233");
        admin.setInputFiles("#logo", file("logo.png", Picture.png()));
        admin.locator("#logoPart img[src^='data:image/png']").waitFor();
        assertThat(admin.inputValue("#color")).isEqualTo("#112233");
        admin.waitForCondition(() -> admin.frames().stream()
                .filter(f -> f.url().contains("/chat/globex?preview"))
                .anyMatch(FacesIT::drawsTheLogo));
        admin.click("#save");
        admin.locator(".saved").waitFor();
        assertThat(admin.locator("#logoPart img").getAttribute("src")).startsWith("/pictures/");

        Page visitor = browsers.newPerson();
        visitor.navigate(url("/chat/globex"));
        visitor.locator(".logo").waitFor();
        assertThat(String.valueOf(
                        visitor.evaluate("getComputedStyle(document.querySelector('.logo')).backgroundImage")))
                .contains("/pictures/");

        admin.check("#noLogo");
        admin.click("#save");
        admin.locator(".saved").waitFor();
        assertThat(admin.locator("#logoPart img")).hasCount(0);
    }

    @Test
    @Tag("WID-20")
    void a_picture_lies_at_the_head_of_the_first_page_beside_the_logo() {
        Page admin = signedIn("/portal/site?key=globex&part=brand", "admin@globex.example");
        admin.setInputFiles("#header", file("head.gif", "GIF89a".getBytes(StandardCharsets.UTF_8)));
        assertThat(admin.locator("#headerProblem")).containsText("PNG or JPEG");
        admin.setInputFiles("#header", file("head.png", Picture.png()));
        admin.locator("#headerPart img[src^='data:image/jpeg']").waitFor();
        admin.waitForCondition(() -> admin.frames().stream()
                .filter(f -> f.url().contains("/chat/globex?preview"))
                .anyMatch(f -> head(f).contains("data:image/jpeg")));
        admin.click("#save");
        admin.locator(".saved").waitFor();
        assertThat(admin.locator("#headerPart img").getAttribute("src")).startsWith("/pictures/");

        Page visitor = browsers.newPerson();
        visitor.navigate(url("/chat/globex"));
        visitor.locator(".hero").waitFor();
        String seen = head(visitor.mainFrame());
        assertThat(seen).contains("/pictures/");
        assertThat(visitor.request()
                        .get(seen.substring(seen.indexOf("http"), seen.lastIndexOf('"')))
                        .ok())
                .isTrue();
        assertThat(visitor.evaluate("document.querySelector('.mid').getBoundingClientRect().top + 80 <"
                        + " document.querySelector('.hero').getBoundingClientRect().top"))
                .isEqualTo(true);

        admin.check("#noHeader");
        admin.click("#save");
        admin.locator(".saved").waitFor();
        visitor.reload();
        visitor.locator(".hero").waitFor();
        assertThat(head(visitor.mainFrame())).isEqualTo("none");
    }

    private static String head(Frame panel) {
        try {
            return String.valueOf(panel.evaluate(
                    "getComputedStyle(document.querySelector('.mid') ?? document.body, '::before').backgroundImage"));
        } catch (PlaywrightException e) {
            // another draft takes its place just now
            return "";
        }
    }

    /** A visitor asks, and Globex's agent joins. @param joined what is to be seen while they talk */
    private static void talking(Page visitor, Runnable joined) {
        try (ChatClient agent = PARLEY.agent(AGENT)) {
            visitor.navigate(url("/chat/globex?lang=en"));
            visitor.locator(".tile").first().click();
            visitor.locator("textarea").fill("Hello");
            visitor.locator("button.send").click();
            String conversation = agent.expect("status").getString("conversation");
            agent.ask(frame("accept").add("conversation", conversation));
            visitor.getByText("Gil Globex").first().waitFor();
            agent.ask(frame("send")
                    .add("clientId", conversation)
                    .add("conversation", conversation)
                    .add("text", "Good morning"));
            visitor.getByText("Good morning").first().waitFor();
            joined.run();
            agent.ask(frame("close").add("conversation", conversation));
        }
    }

    private static boolean drawsTheLogo(Frame preview) {
        try {
            return String.valueOf(preview.evaluate(
                            "getComputedStyle(document.querySelector('.logo') ?? document.body).backgroundImage"))
                    .contains("data:image/png");
        } catch (PlaywrightException e) {
            // another draft takes its place just now
            return false;
        }
    }

    private static boolean loaded(Page page, String picture) {
        return Boolean.TRUE.equals(page.evaluate(
                "css => { const i = document.querySelector(css); return !!i && i.complete && i.naturalWidth > 0 }",
                picture));
    }

    private Page signedIn(String path, String email) {
        Page page = browsers.newPerson();
        page.navigate(url("/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)));
        page.locator("#email").fill(email);
        page.locator("#password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#go").click());
        return page;
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    private static String url(String path) {
        return PARLEY.url().resolve(path).toString();
    }
}
