package dev.parley.running.isolation;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.PageClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in and out of the pages, on every server: each has its own way with Jakarta Security. */
@Tag("SEC-2")
@Tag("SEC-5")
class SignInIT {
    private final RunningParley parley = RunningParley.shared();
    private final PageClient browser = new PageClient(parley.url());

    @Test
    void the_form_leads_to_where_the_role_works_with_a_cookie_that_no_script_can_read() {
        HttpResponse<String> answer = browser.signIn("agent1@acme.example", ParleyRest.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/console");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(c -> c.startsWith(PageClient.SESSION))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);
        assertThat(browser.get("/portal").statusCode()).isEqualTo(403);
    }

    @Test
    void a_wrong_password_signs_nobody_in() {
        HttpResponse<String> answer = browser.signIn("supervisor@acme.example", "wrong");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("E-mail or password is not right.");
        assertThat(browser.get("/console").statusCode()).isEqualTo(302);
        // the page that says so signs in at the next try, without scripts too
        assertThat(browser.signIn(answer, "supervisor@acme.example", ParleyRest.PASSWORD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_session_that_somebody_planted_is_not_the_one_that_is_signed_in() {
        browser.plant(PageClient.SESSION, "planted");
        browser.get("/login");
        String before = browser.cookie("JSESSIONID");

        browser.signIn("agent1@acme.example", ParleyRest.PASSWORD);

        assertThat(browser.cookie(PageClient.SESSION)).isNotEqualTo("planted");
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void a_page_gets_a_sockets_token_that_dies_at_sign_out() {
        browser.signIn("agent1@acme.example", ParleyRest.PASSWORD);
        String csrf = browser.csrf();
        String origin = parley.url().toString().replaceAll("/$", "");
        HttpResponse<String> opened =
                browser.call("POST", "/api/v1/sessions/socket", "X-Parley-CSRF", csrf, "Origin", origin);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String token = ParleyRest.json(opened).getString("token");

        try (ChatClient agent = ChatClient.connect(parley.url().resolve("/ws/agent"), token)) {
            agent.send(frame("ping"));
            agent.expect("pong");
            HttpResponse<String> out = browser.post("/logout", Map.of("csrf", csrf));

            assertThat(out.statusCode()).isEqualTo(302);
            assertThat(agent.closeCode()).isEqualTo(4003);
        }
        assertThat(parley.rest().get("/api/v1/sessions", token).statusCode()).isEqualTo(401);
        assertThat(browser.get("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void a_foreign_page_can_make_a_browser_do_nothing() {
        browser.signIn("agent1@acme.example", ParleyRest.PASSWORD);
        String csrf = browser.csrf();
        String session = browser.cookie(PageClient.SESSION);

        for (String origin : new String[] {"https://evil.example", "null", "http://localhost.evil.example"}) {
            assertThat(browser.post("/logout", Map.of("csrf", csrf), origin).statusCode())
                    .isEqualTo(403);
            assertThat(browser.post("/login", Map.of("signIn", "signIn"), origin)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.call("POST", "/api/v1/sessions/socket", "X-Parley-CSRF", csrf, "Origin", origin)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(browser.post("/logout", Map.of()).statusCode())
                .as("without the page's token")
                .isEqualTo(403);
        assertThat(browser.call("POST", "/api/v1/sessions/socket").statusCode())
                .as("without it")
                .isEqualTo(403);
        assertThat(browser.call("DELETE", "/api/v1/sessions/current", "X-Parley-CSRF", csrf)
                        .statusCode())
                .as("changing takes a bearer")
                .isEqualTo(401);
        assertThat(browser.cookie(PageClient.SESSION)).isEqualTo(session);
        assertThat(browser.get("/console").statusCode()).isEqualTo(200);
    }
}
