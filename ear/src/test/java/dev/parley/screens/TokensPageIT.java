package dev.parley.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Clip;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator lets a program in and shuts it out again, on a phone and by the keyboard. */
@Tag("COM-5")
@Tag("OPS-1")
@Tag("SEC-2")
class TokensPageIT {
    private final RunningParley parley = RunningParley.shared();
    private final Album album = new Album();
    private final String name = "Import " + UUID.randomUUID().toString().substring(0, 8);
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
    void a_token_is_made_shown_once_used_and_revoked() {
        Page page = admin();
        press(page, "#make");
        assertThat(page.locator(".ui-messages-error")).containsText("Enter what the token is for.");
        page.locator("#name").fill(name);
        press(page, "#make");
        assertThat(page.locator(".ui-messages-error")).containsText("Choose at least one scope.");
        assertThat(page.locator("#name")).hasValue(name);
        page.locator("#days").selectOption("30");
        Locator scope = page.getByLabel("See colleagues, their skills and presence");
        scope.focus();
        page.keyboard().press("Space");
        assertThat(scope).isChecked();
        press(page, "#make");
        assertThat(page.getByText("“" + name + "” is made.")).isVisible();
        String token = page.locator("#fresh").textContent();
        look("tokens-made", page);

        assertThat(parley.rest().get("/api/v1/agents", token).statusCode()).isEqualTo(200);
        assertThat(parley.rest().get("/api/v1/company", token).statusCode()).isEqualTo(403);

        page.navigate(url());
        Locator row = page.locator(".tokens li", new Page.LocatorOptions().setHasText(name));
        assertThat(row).containsText("Last used");
        assertThat(row).containsText(token.substring(0, 9) + "…");
        assertThat(row).containsText("agents:read");
        assertThat(page.content()).doesNotContain(token);
        row.locator("summary").focus();
        page.keyboard().press("Enter");
        Locator revoke = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke: " + name));
        assertThat(revoke).isVisible();
        look("tokens-revoke", page);
        revoke.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".saved")).isVisible();
        assertThat(row).hasCount(0);
        assertThat(parley.rest().get("/api/v1/agents", token).statusCode()).isEqualTo(401);
        album.axeFoundNothing();
    }

    private void look(String state, Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(state)
                .isEqualTo(true);
        album.take(state, page, new Clip(0, 0, 390, 844), page.mainFrame());
    }

    private Page admin() {
        Page page = browsers.newPerson(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setLocale("en"));
        page.navigate(parley.url().resolve("/login?next=/portal/tokens").toString());
        page.getByLabel("E-mail").fill("admin@acme.example");
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        page.locator("#go").click();
        assertThat(page.locator("#make")).isVisible();
        return page;
    }

    /** By the keyboard, and until the next page stands. */
    private static void press(Page page, String button) {
        page.locator(button).focus();
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private String url() {
        return parley.url().resolve("/portal/tokens").toString();
    }
}
