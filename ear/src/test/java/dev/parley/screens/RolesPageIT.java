package dev.parley.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.SelectOption;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import dev.parley.story.Console;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator makes a role by the keyboard and gives it to somebody, who can do what it says and nothing more. */
@Tag("SEC-2")
class RolesPageIT {
    private static final String AGENT = "agent2@acme.example";

    private final RunningParley parley = RunningParley.shared();
    private final Album album = new Album();
    private final String name = "Shift lead " + UUID.randomUUID().toString().substring(0, 8);
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
    void a_role_is_made_given_in_force_changed_and_removed() {
        Page admin = signedIn("admin@acme.example", "/portal/role");
        make(admin);
        assertThat(parley.rest()
                        .get("/api/v1/canned-responses", parley.rest().signIn(AGENT))
                        .statusCode())
                .isEqualTo(200);

        give(admin, name);
        try {
            may();
            change(admin);
        } finally {
            give(admin, "agent");
        }

        admin.navigate(url("/portal/roles"));
        link(admin, name).click();
        press(admin, "#remove");
        assertThat(admin.locator(".saved")).isVisible();
        assertThat(link(admin, name)).hasCount(0);
        album.axeFoundNothing();
    }

    /** By the keyboard alone, and with what is missing said. */
    private void make(Page admin) {
        look("role-new", admin);
        press(admin, "#save");
        assertThat(admin.locator(".ui-messages-error")).containsText("Enter a name.");
        admin.locator("#called").fill(name);
        press(admin, "#save");
        assertThat(admin.locator(".ui-messages-error")).containsText("Choose at least one permission.");
        for (String permission : new String[] {"Answer conversations", "See all conversations", "See departments"})
            tick(admin, permission);
        press(admin, "#save");
        assertThat(admin.locator(".saved")).isVisible();
        assertThat(admin.locator("h1")).hasText(name);
        look("role", admin);
        admin.navigate(url("/portal/roles"));
        assertThat(link(admin, name)).isVisible();
        look("roles", admin);
    }

    private void give(Page admin, String role) {
        admin.navigate(url("/portal/people"));
        link(admin, "Ben Agent").click();
        admin.locator("#role").selectOption(new SelectOption().setLabel(role));
        press(admin, "#save");
        assertThat(admin.locator(".saved")).isVisible();
    }

    /** The overview and the console are there, the rest of the portal is not. */
    private void may() {
        Page lead = signedIn(AGENT, "/portal");
        assertThat(lead.locator(".overview")).isVisible();
        assertThat(lead.locator("#nav a[href$='/portal/routing']")).hasCount(1);
        assertThat(lead.locator("#nav a[href$='/portal/people']")).hasCount(0);
        assertThat(lead.locator("#nav a[href$='/portal/canned']")).hasCount(0);
        for (String shut : new String[] {"/portal/people", "/portal/roles", "/portal/canned", "/portal/audit"})
            assertThat(lead.navigate(url(shut)).status()).as(shut).isEqualTo(403);
    }

    /** What is taken away is shut to whoever is signed in, the open console too, without signing in again. */
    private void change(Page admin) {
        Console console = new Console(browsers.newPerson(), parley);
        console.signIn(AGENT);
        Page lead = signedIn(AGENT, "/portal/routing");
        admin.navigate(url("/portal/roles"));
        link(admin, name).click();
        tick(admin, "See all conversations");
        tick(admin, "Keep canned responses");
        press(admin, "#save");
        assertThat(admin.locator(".saved")).isVisible();

        assertThat(lead.navigate(url("/portal/routing")).status()).isEqualTo(403);
        assertThat(lead.navigate(url("/portal/canned")).status()).isEqualTo(200);
        console.page().locator(".pw-presence select:enabled").waitFor();

        admin.locator("#remove").focus();
        admin.waitForNavigation(() -> admin.keyboard().press("Enter"));
        assertThat(admin.locator(".ui-messages-error")).containsText("Ben Agent");
    }

    private static void tick(Page page, String permission) {
        Locator box = page.getByLabel(permission);
        boolean before = box.isChecked();
        box.focus();
        assertThat(box).isFocused();
        page.keyboard().press("Space");
        assertThat(box)
                .isChecked(new com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions()
                        .setChecked(!before));
    }

    private void look(String state, Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(state)
                .isEqualTo(true);
        album.take(state, page, new Clip(0, 0, 390, 844), page.mainFrame());
    }

    private Page signedIn(String email, String path) {
        Page page = browsers.newPerson(
                new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("en"));
        page.navigate(url("/login?next=" + path));
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#go").click());
        return page;
    }

    /** By the keyboard, and until the next page stands. */
    private static void press(Page page, String button) {
        page.locator(button).focus();
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static Locator link(Page page, String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
