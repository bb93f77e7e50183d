package dev.parley.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The owner of a company that nobody has set up yet is led from its name to the first conversation. */
@Tag("COM-6")
class FirstRunIT {
    private static final Duration PROMISED = Duration.ofMinutes(5);

    private RunningParley parley;
    private Browsers browsers;
    private Page page;

    @BeforeEach
    void start() {
        parley = RunningParley.start(Map.of());
        browsers = new Browsers();
    }

    @AfterEach
    void stop() {
        browsers.close();
        parley.close();
    }

    @Test
    void six_steps_by_the_portals_own_pages_in_less_than_five_minutes() {
        page = browsers.newPerson();
        long began = System.nanoTime();
        page.navigate(parley.url().resolve("/login?next=/portal").toString());
        page.getByLabel("E-mail").fill("admin@globex.example");
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> button("Sign in").click());
        assertThat(page.locator(".first-steps")).isVisible();
        assertThat(page.locator(".overview")).containsText("Globex online");

        // passed over is remembered, and can be taken up again
        button("Pass over: Test chat").click();
        assertThat(page.locator(".first-steps .passed")).containsText("Test chat");
        button("Take up: Test chat").click();
        assertThat(page.locator(".first-steps .passed")).hasCount(0);

        step("Company").click();
        page.getByLabel("Company name").fill("Globex Ltd");
        save();
        page.navigate(parley.url().resolve("/portal").toString());
        step("Business hours").click();
        assertThat(strip()).containsText("Done");
        page.navigate(parley.url().resolve("/portal").toString());
        step("First agent").click();
        page.locator("#email").fill("first@globex.example");
        page.locator("#save").click();
        assertThat(strip()).containsText("First agent Done");
        assertThat(next("On your site")).isVisible();
        page.navigate(parley.url().resolve("/portal").toString());
        step("Brand").click();
        page.locator("#color").fill("#124578");
        save();
        assertThat(strip()).containsText("Brand Done");
        next("On your site").click();
        assertThat(page.locator(".snippet").first()).containsText("/w/globex.js");
        parley.rest().getFrom("/w/globex.js", "http://localhost:9000/");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".met .good").count() == 1;
        });
        assertThat(strip()).containsText("On your site Done");
        assertThat(next("Test chat")).hasAttribute("href", "/chat/globex");
        try (var visitor = visitor()) {
            visitor.client().say(null, "Does it work?");
        }
        page.navigate(parley.url().resolve("/portal").toString());
        assertThat(page.locator(".first-steps h2")).hasText("All first steps are done");
        button("Put away").click();
        assertThat(page.locator(".first-steps")).hasCount(0);
        assertThat(page.locator(".figures")).containsText("1");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMISED);

        button("First steps").click();
        assertThat(page.locator(".first-steps .done")).hasCount(6);
    }

    /** Closes itself. */
    private record Visitor(ChatClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
        }
    }

    private Visitor visitor() {
        return new Visitor(ChatClient.connect(
                parley.url().resolve("/ws/visitor"), parley.rest().visitor("globex")));
    }

    private Locator strip() {
        return page.locator(".next-step");
    }

    private Locator next(String step) {
        return strip().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Next: " + step));
    }

    private Locator step(String name) {
        return page.locator(".first-steps")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void save() {
        page.locator("#save").click();
        assertThat(page.locator(".saved")).isVisible();
    }
}
