package dev.parley.story;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.screens.Album;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An administrator lets the pages of a site invite to chat, and a visitor of a strict page is invited once, on the right page, and not while
 * it talks. The page's clock is turned on by hand; closed roots are opened so that the card can be seen.
 */
@Tag("WID-17")
class SpeakingFirstIT {
    private static final String WITNESS = """
            window.seen = { violations: [], talking: undefined };
            document.addEventListener('securitypolicyviolation', (event) => seen.violations.push(event.violatedDirective));
            document.addEventListener('parley:talking', (event) => (seen.talking = event.detail));
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
            """;

    private static final String TEXT = "Comparing tents? Tell me where you are going, and I will help you choose.";
    private static final long MINUTE = 60_000;

    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();
    private final String own = "http://127.0.0.1:" + parley.url().getPort();
    private final String owner = rest.signIn("admin@acme.example");
    private final String key = "inviting-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Browsers browsers = new Browsers();
    private final InvitePage shop = new InvitePage(own, key);
    private ChatClient agent;

    @BeforeEach
    void somebodyIsFree() {
        var site = Json.createObjectBuilder()
                .add("name", "Tents")
                .add("origins", Json.createArrayBuilder().add("http://localhost:*"));
        assertThat(rest.post("/api/v1/sites", owner, site.add("siteKey", key).build())
                        .statusCode())
                .isEqualTo(201);
        agent = parley.agent("agent1@acme.example");
        // whatever other tests have left to it
        capacity(90);
        agent.ask(frame("presence").add("status", "available"));
    }

    @AfterEach
    void leave() {
        browsers.close();
        shop.close();
        capacity(4);
        agent.ask(frame("presence").add("status", "offline"));
        agent.close();
        change(Json.createObjectBuilder().add("archived", true));
    }

    @Test
    @Tag("WID-30")
    void a_visitor_is_invited_on_the_right_page_once_and_not_while_it_talks() {
        typeTheRule();
        Album album = new Album();

        Page visitor = come("/boats/canoe");
        visitor.clock().runFor(MINUTE);
        assertThat(asked).as("no rule is for this page").noneMatch(url -> url.contains("/invite.js"));
        visitor.navigate(shop.at("/tents/ridge"));
        button(visitor);
        visitor.clock().runFor(MINUTE);
        Locator card = card(visitor);
        card.waitFor();
        assertThat(card.innerText()).contains(TEXT);
        assertThat(visitor.evaluate("document.activeElement.tagName"))
                .as("takes no focus")
                .isEqualTo("BODY");
        assertThat(visitor.evaluate("seen.violations")).asList().isEmpty();
        album.take("03-launcher-invitation-desktop", visitor);
        visitor.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(card).hasCount(0);
        visitor.waitForResponse(answer -> answer.url().contains("/invite.js"), () -> {
            visitor.reload();
            visitor.clock().runFor(MINUTE);
        });
        visitor.clock().runFor(MINUTE);
        assertThat(asked.stream().filter(url -> url.contains("/here.js")))
                .as("asked once, and not again")
                .hasSize(1);
        assertThat(card.count()).isZero();

        Page walker = come("/boats/canoe");
        walker.evaluate("history.pushState(null, '', '/tents/ridge')");
        walker.clock().runFor(MINUTE);
        card(walker).getByText(TEXT).click();
        Frame panel = panel(walker);
        panel.locator("textarea").waitFor();
        PlaywrightAssertions.assertThat(card(walker)).hasCount(0);
        panel.locator("textarea").fill("To Norway");
        panel.locator("button.send").click();
        panel.locator(".meta:has-text('Sent')").waitFor();
        inAnotherLook(
                album,
                "03-launcher-invitation-dark-desktop",
                new Browser.NewContextOptions()
                        .setViewportSize(Browsers.WIDTH, Browsers.HEIGHT)
                        .setColorScheme(ColorScheme.DARK));
        inAnotherLook(
                album,
                "06-launcher-invitation-phone",
                new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true));
        album.axeFoundNothing();
    }

    private void inAnotherLook(Album album, String name, Browser.NewContextOptions look) {
        Page visitor = come("/tents/ridge", look);
        visitor.clock().runFor(MINUTE);
        card(visitor).waitFor();
        album.take(name, visitor);
        visitor.context().close();
    }

    @Test
    void whoever_talks_is_not_invited() {
        change(Json.createObjectBuilder()
                .add(
                        "invites",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("page", "/tents/*")
                                        .add("texts", Json.createObjectBuilder().add("en", TEXT)))));
        Page visitor = come("/boats/canoe");
        visitor.evaluate("Parley('open')");
        Frame panel = panel(visitor);
        panel.locator(".tile").first().click();
        panel.locator("textarea").fill("Is the canoe in stock?");
        panel.locator("button.send").click();
        panel.locator(".meta:has-text('Sent')").waitFor();
        asked.clear();
        visitor.navigate(shop.at("/tents/ridge"));
        visitor.waitForCondition(() -> asked.stream().anyMatch(url -> url.contains("/invite.js")));
        visitor.waitForCondition(() -> Boolean.TRUE.equals(visitor.evaluate("seen.talking")));
        visitor.clock().runFor(MINUTE);

        assertThat(card(visitor).count()).isZero();
        assertThat(asked).noneMatch(url -> url.contains("/here.js"));
    }

    /** In the portal, with what does not fit at first. */
    private void typeTheRule() {
        Page admin = browsers.newPerson();
        admin.navigate(parley.url()
                .resolve("/login?next=/portal/site%3Fkey=" + key + "%26part=invite")
                .toString());
        admin.getByLabel("E-mail").fill("admin@acme.example");
        admin.getByLabel("Password").fill(ParleyRest.PASSWORD);
        admin.waitForNavigation(() -> admin.locator("#go").click());
        admin.getByText("No page invites to chat yet.").waitFor();
        admin.locator("#addInvite").click();
        admin.getByLabel("What it says").fill(TEXT);
        admin.getByLabel("Seconds on the page").fill("20");
        admin.getByLabel("Path; empty: every page").fill("tents");
        admin.locator("#save").click();
        admin.locator(".ui-messages-error").getByText("not a path").waitFor();
        assertThat(admin.getByLabel("What it says").inputValue())
                .as("what was typed stays")
                .isEqualTo(TEXT);
        admin.getByLabel("Path; empty: every page").fill("/tents/*");
        admin.locator("#save").click();
        admin.locator(".saved").waitFor();
        Album album = new Album();
        album.take("portal-site-invite-rule", admin);
        album.axeFoundNothing();
    }

    private Page come(String path) {
        return come(path, new Browser.NewContextOptions().setViewportSize(Browsers.WIDTH, Browsers.HEIGHT));
    }

    private Page come(String path, Browser.NewContextOptions look) {
        Page page = browsers.newPerson(look.setLocale("en"));
        page.onRequest(request -> asked.add(request.url()));
        page.addInitScript(WITNESS);
        page.clock().install();
        page.navigate(shop.at(path));
        button(page);
        return page;
    }

    private static void button(Page page) {
        page.locator("parley-chat button").first().waitFor();
    }

    private static Locator card(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Message from"));
    }

    private Frame panel(Page page) {
        page.waitForCondition(() -> page.frames().stream().anyMatch(f -> f.url().contains("/chat/" + key)));
        return page.frames().stream()
                .filter(f -> f.url().contains("/chat/" + key))
                .findFirst()
                .orElseThrow();
    }

    private void capacity(int most) {
        String id = agent.heard().stream()
                .filter(heard -> heard.getString("type").equals("welcome"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("agent")
                .getString("id");
        var answer = rest.send(
                "PUT",
                "/api/v1/agents/" + id,
                owner,
                Json.createObjectBuilder().add("capacity", most).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void change(JsonObjectBuilder what) {
        var answer = rest.send(
                "PUT", "/api/v1/sites", owner, what.add("siteKey", key).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
