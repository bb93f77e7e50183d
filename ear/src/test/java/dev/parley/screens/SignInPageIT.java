package dev.parley.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in by keys alone, as fast as somebody types: the page puts the focus once, and never takes it from them. */
@Tag("CON-15")
@Tag("SEC-2")
class SignInPageIT {
    /** Milliseconds after which a page has done all that it does by itself. */
    private static final long LATER = 10_000;

    private final RunningParley parley = RunningParley.shared();
    private Browsers browsers;
    private Page page;

    @BeforeEach
    void come() {
        browsers = new Browsers();
        page = browsers.newPerson();
        page.clock().install();
        // notes every field that gets the focus, from before the first word of the page
        page.addInitScript("window.focused = [];"
                + "addEventListener('focus', ({ target }) => target.id && window.focused.push(target.id), true)");
        page.navigate(parley.url().resolve("/login?next=/console").toString());
    }

    @AfterEach
    void leave() {
        browsers.close();
    }

    @Test
    void who_types_at_once_is_signed_in_without_a_touch_of_the_mouse() {
        type("agent1@acme.example", ParleyRest.PASSWORD);

        page.waitForURL("**/console");
    }

    @Test
    void a_refused_typist_goes_on_in_the_password_and_keeps_the_focus_there() {
        type("nobody@acme.example", "wrong");
        page.getByText("E-mail or password is not right.").waitFor();

        page.locator("#password:focus").waitFor();
        assertThat(page.locator("#email").inputValue()).isEqualTo("nobody@acme.example");
        // whatever a script of the page has put off is done now
        page.clock().fastForward(LATER);
        assertThat(page.evaluate("window.focused.join()")).isEqualTo("password");
    }

    private void type(String email, String password) {
        page.keyboard().type(email);
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        page.keyboard().press("Enter");
    }
}
