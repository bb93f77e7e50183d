package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator gives a site its origins, its brand and its words, in a Parley of their own. */
class SitesIT {
    private static RunningParley parley;
    private static String owner;
    private Browsers browsers;

    @BeforeAll
    static void start() {
        parley = RunningParley.start(Map.of());
        owner = parley.rest().signIn("admin@acme.example");
    }

    @AfterAll
    static void stop() {
        parley.close();
    }

    @BeforeEach
    void open() {
        browsers = new Browsers();
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    @Tag("COM-4")
    void a_site_is_made_by_keys_and_archived() {
        Page page = signedIn("/portal/sites");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New site"))
                .press("Enter");
        page.locator("#name:focus").waitFor();
        page.keyboard().type("Acme Zürich");
        page.waitForCondition(() -> "acme-zurich".equals(page.locator("#newKey").inputValue()));
        page.getByLabel("Allowed origins").fill("https://*.acme.example");
        page.locator("#save").press("Enter");
        page.locator(".ui-messages-error").getByText("several hosts").waitFor();
        assertThat(page.getByLabel("Allowed origins").inputValue())
                .as("what was typed stays")
                .isEqualTo("https://*.acme.example");
        page.getByLabel("Allowed origins").fill("https://zurich.acme.example/shop");
        page.locator("#save").press("Enter");
        page.locator(".ui-messages-error").getByText("has a path").waitFor();
        page.getByLabel("Allowed origins").fill("https://zurich.acme.example\nhttp://localhost:*");
        page.getByLabel("Polish").check();
        page.locator("#save").press("Enter");
        page.locator(".saved").waitFor();
        assertThat(site("acme-zurich").getJsonArray("languages").toString()).isEqualTo("[\"en\",\"pl\"]");
        HttpResponse<String> loader = parley.rest().get("/w/acme-zurich.js", null);
        assertThat(loader.body()).contains("Czat z Acme");

        page.locator("#archive").press("Enter");
        page.locator(".saved").waitFor();
        assertThat(parley.rest().get("/w/acme-zurich.js", null).statusCode()).isEqualTo(404);
        assertThat(parley.rest().get("/chat/acme-zurich", null).statusCode()).isEqualTo(404);
        page.navigate(url("/portal/sites"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take up again: Acme Zürich"))
                .press("Enter");
        page.locator(".saved").waitFor();
        assertThat(parley.rest().get("/w/acme-zurich.js", null).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("WID-20")
    void the_preview_is_the_real_widget_and_follows_what_is_typed_before_it_is_saved() {
        Page page = signedIn("/portal/site?key=acme&part=brand");
        String visitors = visitors();
        shown(page, "1");
        page.locator("#color").click();
        page.keyboard().press("Control+A");
        page.keyboard().type("#ffcc00");
        page.waitForCondition(() -> "#ffcc00".equals(brandOf(page)));
        assertThat(page.evaluate("document.activeElement.id"))
                .as("the widget takes no focus from whoever types")
                .isEqualTo("color");
        assertThat(page.locator("#judged").textContent())
                .contains("black words")
                .contains("13.8 : 1");
        page.locator("#radius")
                .evaluate("field => { field.value = 3; field.dispatchEvent(new Event('input', { bubbles: true })) }");
        page.waitForCondition(() -> "3px".equals(panelStyle(page, "--radius")));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Dark").setExact(true))
                .click();
        page.waitForCondition(() -> "dark".equals(panelStyle(page, "color-scheme")));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Phone"))
                .click();
        page.waitForCondition(() -> "phone".equals(page.locator(".stage").getAttribute("data-device")));

        assertThat(brandOnline()).as("nothing is saved yet").isEqualTo("#0b6b67");
        assertThat(visitors()).as("nobody became a visitor").isEqualTo(visitors);
        page.locator("#save").click();
        page.locator(".saved").waitFor();
        assertThat(brandOnline()).isEqualTo("#ffcc00");
        assertThat(parley.rest().get("/w/acme.js", null).body()).contains("--brand:#ffcc00;--on:#000000");
        assertThat(parley.rest().get("/chat/acme", null).body()).contains("--radius:3px");
        put(Json.createObjectBuilder()
                .add("look", Json.createObjectBuilder().add("color", "#0b6b67").add("radius", 18)));
    }

    @Test
    @Tag("WID-20")
    void own_words_are_typed_per_language_seen_at_once_and_said_to_visitors() {
        Page page = signedIn("/portal/site?key=acme&part=texts");
        shown(page, "1");
        page.getByLabel("Hello. How can we help?").fill("Ahoy {name}");
        page.locator("#save").click();
        page.locator(".ui-messages-error")
                .getByText("nothing takes the place of {name}")
                .waitFor();
        page.getByLabel("Hello. How can we help?").fill("Ahoy there");
        page.waitForCondition(() -> "Ahoy there".equals(heading(page)));
        page.locator("#speaking").selectOption("de");
        page.getByLabel("Guten Tag. Wie können wir Ihnen weiterhelfen?").fill("Moin");
        page.waitForCondition(() -> "Moin".equals(heading(page)));
        page.locator("#save").click();
        page.locator(".saved").waitFor();

        JsonObject texts = mine("acme").getJsonObject("texts");
        assertThat(texts.getJsonObject("en").getString("greeting")).isEqualTo("Ahoy there");
        assertThat(texts.getJsonObject("de").getString("greeting")).isEqualTo("Moin");
        assertThat(parley.rest().get("/chat/acme?lang=de", null).body()).contains("\"greeting\":\"Moin\"");
    }

    @Test
    @Tag("COM-4")
    @Tag("SEC-4")
    void the_second_of_two_administrators_sees_what_the_first_changed_and_keeps_the_own() {
        Page page = signedIn("/portal/site?key=acme&part=brand");
        put(Json.createObjectBuilder().add("look", Json.createObjectBuilder().add("shape", "circle")));

        shown(page, "1");
        page.locator("#bubble").fill("#112233");
        shown(page, "2");
        page.locator("#save").click();
        Locator theirs = page.locator(".theirs");
        theirs.getByText("Shape").waitFor();
        assertThat(theirs.textContent()).contains("leaf").contains("circle").contains("Ada Admin");
        assertThat(page.locator("#shape").inputValue())
                .as("what was not touched shows the new state")
                .isEqualTo("circle");
        assertThat(page.locator("#bubble").inputValue()).isEqualTo("#112233");
        page.locator("#save").click();
        page.locator(".saved").waitFor();
        JsonObject look = mine("acme").getJsonObject("look");
        assertThat(look.getString("shape")).isEqualTo("circle");
        assertThat(look.getString("bubble")).isEqualTo("#112233");

        page.navigate(url("/portal/audit"));
        page.getByLabel("Area").selectOption("Site");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                .click();
        page.locator("tbody tr").getByText("Visitor’s bubble: #112233").waitFor();
        put(Json.createObjectBuilder()
                .add("look", Json.createObjectBuilder().add("shape", "leaf").addNull("bubble")));
    }

    @Test
    @Tag("COM-4")
    void who_leaves_what_is_not_saved_is_asked() {
        Page page = signedIn("/portal/site?key=acme&part=brand");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.locator("#color").fill("#123456");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Texts"))
                .click(new Locator.ClickOptions().setNoWaitAfter(true));
        page.waitForCondition(() -> !asked.isEmpty());

        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.locator("#color").inputValue()).isEqualTo("#123456");
    }

    @Test
    @Tag("COM-4")
    @Tag("WID-1")
    @Tag("WID-2")
    void the_line_is_copied_and_the_page_on_which_it_stands_is_seen_and_allowed() {
        Page page = browsers.newPerson(new Browser.NewContextOptions()
                .setLocale("en")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        signIn(page, "/portal/site?key=globex&part=install", "admin@globex.example");
        assertThat(page.locator(".met").textContent())
                .contains("http://localhost:*")
                .contains("Not seen yet");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy: Button on every page"))
                .press("Enter");
        page.locator("[data-copied]").getByText("Copied").waitFor();
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo("<script async src=\"" + url("/w/globex.js") + "\"></script>");
        assertThat(page.locator("svg.qr").getAttribute("aria-label")).isEqualTo("QR code that opens the chat");

        parley.rest().getFrom("/w/globex.js", "https://copied.example/cart?token=1");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".met .bad").count() == 1;
        });
        assertThat(page.locator(".met .bad").textContent())
                .contains("https://copied.example")
                .contains("just now")
                .contains("not allowed")
                .doesNotContain("token");
        // what is met meanwhile stands in front of it when the list is read again: the button allows what it was drawn
        // beside
        parley.rest().getFrom("/w/globex.js", "https://later.example/");
        // by somebody else: a session keeps the pages that were opened last, and reloading opens one each time
        Page other = browsers.newPerson();
        signIn(other, "/portal/site?key=globex&part=install", "admin@globex.example");
        other.waitForCondition(() -> {
            other.reload();
            return other.locator(".met .bad").count() == 2;
        });
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Allow: https://copied.example"))
                .click();
        page.locator(".saved").waitFor();
        page.locator(".met .good").getByText("https://copied.example").waitFor();
        page.locator(".met .bad").getByText("https://later.example").waitFor();
    }

    @Test
    @Tag("WID-21")
    void the_button_is_missing_where_the_site_says_so_and_the_chat_still_opens() {
        Page admin = signedIn("/portal/site?key=acme&part=where");
        admin.locator("#pages").selectOption("except");
        admin.locator("#paths").fill("demo");
        admin.locator("#save").click();
        admin.locator(".ui-messages-error").getByText("not a path").waitFor();
        admin.locator("#paths").fill("/demo*");
        admin.locator("#save").click();
        admin.locator(".saved").waitFor();

        Page shop = browsers.newPerson();
        assertThat(opensAtTheCorner(shop)).isFalse();
        shop.evaluate("Parley('open')");
        shop.waitForCondition(() -> shop.frames().stream().anyMatch(f -> f.url().contains("/chat/acme?frame")));
        shop.context().close();
        put(showing().add("showing", Json.createObjectBuilder().add("only", true)));
        Page only = browsers.newPerson();
        assertThat(opensAtTheCorner(only)).isTrue();
        only.context().close();
        put(showing()
                .add(
                        "showing",
                        Json.createObjectBuilder()
                                .add("paths", Json.createArrayBuilder())
                                .add("showsIn", Json.createArrayBuilder().add("ja"))));
        Page foreign = browsers.newPerson();
        assertThat(opensAtTheCorner(foreign)).isFalse();
        foreign.context().close();
        put(showing()
                .add(
                        "showing",
                        Json.createObjectBuilder().add("only", false).add("showsIn", Json.createArrayBuilder())));
    }

    private static JsonObjectBuilder showing() {
        return Json.createObjectBuilder();
    }

    /** Whether a click where the button stands opens the panel: the button is in a closed root, nothing else can tell. */
    private static boolean opensAtTheCorner(Page shop) {
        shop.addInitScript("document.addEventListener('parley:open', () => (window.opened = true));"
                + "document.addEventListener('parley:ready', () => (window.isReady = true))");
        shop.navigate(url("/demo"));
        shop.waitForFunction("window.isReady");
        var size = shop.viewportSize();
        shop.mouse().click(size.width - 54, size.height - 54);
        return Boolean.TRUE.equals(shop.evaluate("!!window.opened"));
    }

    @Test
    @Tag("WID-21")
    void who_begins_on_a_page_with_a_department_goes_there() {
        Page admin = signedIn("/portal/site?key=acme&part=where");
        admin.getByLabel("Path 1").fill("/shoes/*");
        admin.locator("#save").click();
        admin.locator(".ui-messages-error").getByText("Choose the department").waitFor();
        admin.getByLabel("Conversations go to 1").selectOption("Sales");
        admin.locator("#save").click();
        admin.locator(".saved").waitFor();
        assertThat(admin.getByLabel("Path 1").inputValue()).isEqualTo("/shoes/*");

        assertThat(departmentOf("https://shop.example/shoes/red?size=42")).isEqualTo("Sales");
        assertThat(departmentOf("https://shop.example/hats")).isEqualTo("Support");
        assertThat(departmentOf("https://shop.example/hats", "https://shop.example/shoes/blue"))
                .as("went on from where it came to")
                .isEqualTo("Sales");
    }

    /** Of what is asked by a visitor who comes to a page, and goes on to others. */
    private static String departmentOf(String url, String... others) {
        JsonObject page = Json.createObjectBuilder()
                .add("page", Json.createObjectBuilder().add("url", url))
                .build();
        String token = ParleyRest.json(parley.rest().arrive("acme", null, page)).getString("token");
        try (ChatClient visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token)) {
            for (String other : others) visitor.send(ChatClient.frame("page").add("url", other));
            String conversation = visitor.say(null, "Hello").getString("conversation");
            return ParleyRest.json(parley.rest().get("/api/v1/conversations/" + conversation, owner))
                    .getJsonObject("department")
                    .getString("name");
        }
    }

    @Test
    @Tag("SEC-2")
    @Tag("SEC-3")
    void a_preview_is_its_editors_alone() {
        Page page = signedIn("/portal/site?key=acme&part=brand");
        shown(page, "1");
        assertThat(page.request().get(url("/portal/preview/light/page/acme")).status())
                .isEqualTo(200);
        assertThat(page.request().get(url("/portal/preview/light/page/globex")).status())
                .isEqualTo(404);
        assertThat(page.request()
                        .get(url("/portal/preview/light/page/acme"))
                        .headers()
                        .get("content-security-policy"))
                .contains("frame-ancestors 'self'");
        assertThat(page.request()
                        .get(url("/portal/preview/dark/chat/acme?preview?frame&lang=de"))
                        .text())
                .contains("data-site=\"acme?preview\"");
        assertThat(page.request()
                        .get(url("/portal/preview/dark/chat/acme?preview?frame&lang=de"))
                        .headers()
                        .get("content-security-policy"))
                .as("it fetches words and what home ends with, and asks for nothing else")
                .contains("connect-src " + url("/widget/") + " " + url("/portal/preview/dark/reach/") + ";");
        Page stranger = browsers.newPerson();
        signIn(stranger, "/portal/sites", "admin@globex.example");
        assertThat(stranger.request()
                        .get(url("/portal/preview/light/page/acme"))
                        .status())
                .isEqualTo(404);
        stranger.navigate(url("/portal/site?key=acme"));
        assertThat(stranger.locator("h1").textContent()).contains("There is no such page");
    }

    private static void shown(Page page, String revision) {
        page.locator(".stage[data-shown='" + revision + "']").waitFor();
    }

    private static String heading(Page page) {
        return frames(page, "document.querySelector('h1')?.textContent");
    }

    private static String brandOf(Page page) {
        return panelStyle(page, "--brand");
    }

    private static String panelStyle(Page page, String property) {
        return frames(page, "getComputedStyle(document.documentElement).getPropertyValue('" + property + "').trim()");
    }

    /** Asked of the newest panel; its frame stands in a closed root, so it is found among the page's frames. */
    private static String frames(Page page, String expression) {
        var panels = page.frames().stream()
                .filter(f -> f.url().contains("/chat/acme?preview"))
                .toList();
        if (panels.isEmpty()) return null;
        try {
            return (String) panels.get(panels.size() - 1).evaluate(expression);
        } catch (PlaywrightException e) {
            return null; // it was just replaced
        }
    }

    private static String visitors() {
        return ParleyRest.json(parley.rest().get("/api/v1/conversations", owner))
                .getJsonArray("items")
                .toString();
    }

    private static String brandOnline() {
        return site("acme").getJsonObject("brand").getString("color");
    }

    private static void put(JsonObjectBuilder what) {
        var answer = parley.rest()
                .send("PUT", "/api/v1/sites", owner, what.add("siteKey", "acme").build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonObject site(String key) {
        return ParleyRest.json(parley.rest().get("/api/v1/sites/" + key, null));
    }

    private static JsonObject mine(String key) {
        return ParleyRest.json(parley.rest().get("/api/v1/sites", owner)).getJsonArray("items").stream()
                .map(v -> v.asJsonObject())
                .filter(s -> s.getString("siteKey").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Page signedIn(String path) {
        Page page = browsers.newPerson();
        signIn(page, path, "admin@acme.example");
        return page;
    }

    private static void signIn(Page page, String path, String email) {
        page.navigate(url(
                "/login?next=" + path.replace("?", "%3F").replace("&", "%26").replace("=", "%3D")));
        page.locator("#email").fill(email);
        page.locator("#password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#go").click());
    }

    private static String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
