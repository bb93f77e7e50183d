package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator invites people, lets them go and takes them back, all in the browser; a tester reads the mails in the demo's mailbox. */
@Tag("COM-3")
@Tag("SEC-1")
class PeopleComeAndGoIT {
    private static final String PASSWORD = "a quite long password";

    private final RunningParley parley = RunningParley.shared();
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String email = word + "@acme.example";
    private final String name = "Nora " + word;
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
    void somebody_is_invited_comes_is_deactivated_and_taken_back() {
        Page admin = admin("/portal/people");
        link(admin, "Invite somebody").click();
        admin.locator("#email").fill("nobody at all");
        button(admin, "Send the invitation").click();
        admin.locator(".ui-messages-error").getByText("not an e-mail address").waitFor();
        admin.locator("#email").fill(email);
        admin.locator("#name").fill(name);
        admin.locator("#role").selectOption("editor");
        button(admin, "Send the invitation").click();
        admin.locator(".saved").waitFor();
        Locator waiting = admin.locator(".absent li", new Page.LocatorOptions().setHasText(email));
        waiting.getByText("The link works until").waitFor();

        button(admin, "Send again: " + email).click();
        admin.locator(".saved").waitFor();
        come();

        admin.navigate(url("/portal/people"));
        link(admin, name).click();
        admin.locator("summary", new Page.LocatorOptions().setHasText("Deactivate"))
                .click();
        button(admin, "Deactivate: " + name).click();
        admin.locator(".saved").waitFor();
        Locator gone = admin.locator(".absent li", new Page.LocatorOptions().setHasText(email));
        gone.waitFor();

        gone.locator("summary").press("Enter");
        button(admin, "Reactivate: " + name).click();
        admin.locator(".saved").waitFor();
        link(admin, name).waitFor();

        audited(admin);
    }

    /** By the mail in the demo's mailbox, on a phone. */
    private void come() {
        Page guest = browsers.newPerson(
                new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("en"));
        Locator mails = guest.locator(".mail", new Page.LocatorOptions().setHasText(email));
        guest.navigate(url("/mailbox"));
        // both have landed, the newest stands first
        guest.waitForCondition(() -> {
            guest.reload();
            return mails.count() == 2;
        });
        guest.navigate(mails.nth(1).locator("a[href*=join]").getAttribute("href"));
        guest.getByText("This invitation was used, or its time is over.").waitFor();
        guest.navigate(url("/mailbox"));
        guest.navigate(mails.first().locator("a[href*=join]").getAttribute("href"));
        assertThat(guest.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        guest.locator("#name").fill(name);
        guest.locator("#password").fill("short");
        button(guest, "Begin").click();
        guest.locator(".refusal").waitFor();
        guest.locator("#password").fill(PASSWORD);
        button(guest, "Begin").click();
        guest.waitForURL("**/portal");
    }

    private void audited(Page admin) {
        admin.navigate(url("/portal/audit"));
        admin.getByLabel("Person, object or word").fill(name);
        button(admin, "Search").click();
        Locator rows = admin.locator("tbody tr");
        rows.first().getByText("State: active").waitFor();
        assertThat(String.join("\n", rows.allTextContents()))
                .contains("State: deactivated")
                .contains("State: invited")
                .contains("E-mail: " + email)
                .doesNotContain("token");
    }

    @Test
    void an_invitation_is_withdrawn_after_a_second_look() {
        Page admin = admin("/portal/invite");
        admin.locator("#email").fill(email);
        button(admin, "Send the invitation").click();
        Locator waiting = admin.locator(".absent li", new Page.LocatorOptions().setHasText(email));
        waiting.locator("summary").click();
        button(admin, "Withdraw: " + email).click();
        admin.locator(".saved").waitFor();

        assertThat(waiting.count()).isZero();
    }

    @Test
    void whoever_forgot_the_password_finds_the_way_from_the_sign_in() {
        Page page = browsers.newPerson();
        page.navigate(url("/login"));
        link(page, "Forgot your password?").click();
        page.locator("#email").fill(word + "@nowhere.example");
        button(page, "Send the link").click();

        page.getByRole(AriaRole.STATUS)
                .getByText("If there is an account with this address")
                .waitFor();
        assertThat(page.locator("#email").count()).isZero();
    }

    @Test
    @Tag("COM-5")
    @Tag("OPS-3")
    void a_company_says_as_whom_it_writes_and_sees_what_became_of_its_mails() {
        Page admin = admin("/portal/invite");
        admin.locator("#email").fill(email);
        button(admin, "Send the invitation").click();
        admin.locator(".saved").waitFor();
        link(admin, "E-mail").click();
        admin.locator("#replyTo").fill("nobody");
        save(admin);
        admin.locator(".ui-messages-error").getByText("not an e-mail address").waitFor();
        admin.locator("#name").fill("Acme, people " + word);
        admin.locator("#replyTo").fill("people@acme.example");
        save(admin);
        admin.locator(".saved").waitFor();

        assertThat(admin.locator("#name").inputValue()).isEqualTo("Acme, people " + word);
        Locator mine = admin.locator("tbody tr", new Page.LocatorOptions().setHasText(email));
        for (int i = 0; i < 40 && !mine.textContent().contains("Sent"); i++) {
            admin.waitForTimeout(500);
            admin.reload();
        }
        assertThat(mine.textContent()).contains("Invitation").contains("Sent");
        admin.locator("#name").fill("");
        admin.locator("#replyTo").fill("");
        save(admin);
        admin.locator(".saved").waitFor();
        assertThat(admin.locator("#name").inputValue()).isEqualTo("Acme");
    }

    private Page admin(String path) {
        Page page = browsers.newPerson();
        page.navigate(url("/login?next=" + path));
        page.getByLabel("E-mail").fill("admin@acme.example");
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#go").click());
        page.locator("main h1").waitFor();
        return page;
    }

    private static void save(Page page) {
        page.locator("#save").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
