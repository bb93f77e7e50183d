package dev.parley.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Globex's agent has a device that keeps passkeys, and takes the passkey away again. */
@Tag("SEC-1")
@Tag("SEC-5")
class PasskeyIT {
    private static final RunningParley PARLEY = RunningParley.shared();
    private static final String WHO = "agent@globex.example";

    private final List<String> troubles = new ArrayList<>();
    private Browsers browsers;
    private Page page;
    private VirtualAuthenticator device;

    @BeforeEach
    void open() {
        browsers = new Browsers();
        page = browsers.newPerson(new Browser.NewContextOptions().setLocale("en"));
        page.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy")) troubles.add(said.text());
        });
        page.onPageError(troubles::add);
        // a virtual device is touched at once or never, and would sign in by the field for the address
        page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        device = VirtualAuthenticator.in(page);
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void a_passkey_made_on_the_own_account_signs_in_without_the_password_until_it_is_removed() {
        page.navigate(url("/login?next=/account"));
        page.locator("#email").fill(WHO);
        page.locator("#password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#go").click());
        page.locator("#passkeyPassword").fill("wrong");
        page.waitForNavigation(() -> page.locator("#passkeyGo").click());
        assertThat(page.locator("#passkeys .said.no")).containsText("The password is not right.");

        // the device does not know who it is at first
        device.recognises(false);
        prepare();
        assertThat(page.locator("#newPasskeyProblem")).containsText("No passkey was made.");
        device.recognises(true);
        page.locator("#makePasskey").click();
        page.waitForURL(Pattern.compile(".*/account\\?passkey=added.*"));
        assertThat(page.locator("#passkeys [role=status]")).containsText("You can sign in with it");
        assertThat(page.locator("#passkeys .lines > li")).hasCount(1);
        assertThat(page.locator("#passkeys .lines > li")).containsText("never used");

        // it has one already
        prepare();
        assertThat(page.locator("#newPasskeyProblem")).containsText("has a passkey for your account already");

        signOut();
        page.locator("#byPasskey").click();
        page.waitForURL(url("/account"));
        assertThat(page.locator(".own .ph")).containsText(WHO);
        assertThat(page.locator("#passkeys .lines > li")).containsText("last used");
        assertThat(cookies()).contains("parley.session");

        page.locator("#passkeys .change summary").click();
        page.locator("#passkeys .change input[name=name]").fill("Schlüssel مفتاح");
        page.waitForNavigation(
                () -> page.locator("#passkeys button[name=rename]").click());
        assertThat(page.locator("#passkeys .lines .b")).hasText("Schlüssel مفتاح");
        page.locator("#passkeys .change summary").click();
        page.waitForNavigation(
                () -> page.locator("#passkeys button[name=remove]").click());
        assertThat(page.locator("#passkeys .lines > li")).hasCount(0);

        signOut();
        page.locator("#byPasskey").click();
        page.waitForURL(url("/login?passkey=no&next=%2Faccount"));
        assertThat(page.locator(".refusal")).containsText("This passkey lets nobody in here.");
        assertThat(cookies()).doesNotContain("parley.session");
        assertThat(page.locator("#byPasskey")).isVisible();
        assertThat(troubles).isEmpty();
    }

    @Test
    void where_passkeys_cannot_be_used_nothing_offers_them() {
        Page elsewhere = browsers.newPerson(new Browser.NewContextOptions().setLocale("en"));
        elsewhere.navigate(url("/login").replace("localhost", "127.0.0.1"));
        elsewhere.locator("#go").waitFor();
        elsewhere.evaluate("() => new Promise(requestAnimationFrame)");

        assertThat(elsewhere.locator("#byPasskey")).isHidden();
    }

    private void prepare() {
        page.locator("#passkeyPassword").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#passkeyGo").click());
    }

    private void signOut() {
        page.locator(".account summary").click();
        page.waitForNavigation(
                () -> page.locator("form[action$='/logout'] button").click());
        page.navigate(url("/login?next=/account"));
    }

    private List<String> cookies() {
        return page.context().cookies().stream().map((Cookie each) -> each.name).toList();
    }

    private static String url(String path) {
        return PARLEY.url().resolve(path).toString();
    }
}
