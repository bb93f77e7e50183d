package dev.parley.running.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.totp.Totp;
import dev.parley.running.PageClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Password, second factor and sign-ins: the page changes what the API then says, and the other way round. */
@Tag("SEC-1")
@Tag("SEC-5")
class OwnAccountIT {
    private static final String WHO = "supervisor@acme.example";
    private static final String OTHER = "another long password";
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>");
    private static final Pattern END = Pattern.compile("name=\"end\" value=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();

    @Test
    void a_second_factor_switched_on_by_the_page_is_asked_for_everywhere_until_it_is_switched_off() {
        PageClient browser = signedIn();
        HttpResponse<String> prepared = browser.submit(
                browser.get("/account"),
                "/account",
                "prepare",
                Map.of("preparePassword", ParleyRest.PASSWORD, "prepareGo", "prepareGo"));
        String secret = first(SECRET, prepared).replace(" ", "");
        assertThat(prepared.body()).contains("<svg class=\"qr\"");
        HttpResponse<String> mistyped =
                browser.submit(prepared, "/account", "firstCode", Map.of("code", "000000", "codeGo", "codeGo"));
        assertThat(mistyped.body()).contains("That is not the code of now.");

        HttpResponse<String> on =
                browser.submit(mistyped, "/account", "firstCode", Map.of("code", code(secret, 0), "codeGo", "codeGo"));
        List<String> codes = all(RECOVERY, on);
        try {
            assertThat(codes).hasSize(10);
            assertThat(browser.get("/account").body())
                    .as("never shown again")
                    .doesNotContain(codes.get(0))
                    .doesNotContain(secret);

            HttpResponse<String> passwordOnly = rest.post("/api/v1/sessions", null, credentials(null));
            assertThat(passwordOnly.statusCode()).isEqualTo(401);
            assertThat(ParleyRest.json(passwordOnly).getString("code")).isEqualTo("second-factor-required");
            assertThat(rest.post("/api/v1/sessions", null, credentials(codes.get(0)))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(rest.post("/api/v1/sessions", null, credentials(codes.get(0)))
                            .statusCode())
                    .as("a code that was used")
                    .isEqualTo(401);
            byTheForm(secret);
        } finally {
            browser.submit(
                    browser.get("/account"),
                    "/account",
                    "switch",
                    Map.of("switchPassword", ParleyRest.PASSWORD, "offGo", "offGo"));
        }
        assertThat(rest.post("/api/v1/sessions", null, credentials(null)).statusCode())
                .isEqualTo(201);
    }

    /** The form asks for the code in a second step, and says so again where it is not right. */
    private void byTheForm(String secret) {
        PageClient another = new PageClient(parley.url());
        HttpResponse<String> asked = another.signIn(WHO, ParleyRest.PASSWORD);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Enter the code").doesNotContain(ParleyRest.PASSWORD);
        assertThat(another.get("/portal").statusCode()).isEqualTo(302);

        HttpResponse<String> wrong = another.submit(
                asked, "/login", "signIn", Map.of("ticket", first(TICKET, asked), "code", "000000", "go", "go"));
        assertThat(wrong.body()).contains("The code is not right.");
        HttpResponse<String> in = another.submit(
                wrong, "/login", "signIn", Map.of("ticket", first(TICKET, wrong), "code", code(secret, 1), "go", "go"));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
        assertThat(another.get("/portal").statusCode()).isEqualTo(200);
    }

    @Test
    void a_changed_password_is_the_one_that_opens_and_the_other_sign_ins_have_ended() {
        PageClient browser = signedIn();
        String token = rest.signIn(WHO);
        try {
            HttpResponse<String> refused = change(browser, "wrong", OTHER);
            assertThat(refused.statusCode()).isEqualTo(200);
            assertThat(refused.body()).contains("The password is not right.");
            assertThat(rest.get("/api/v1/account", token).statusCode()).isEqualTo(200);

            HttpResponse<String> changed = change(browser, ParleyRest.PASSWORD, OTHER);

            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);
            assertThat(browser.get("/account?done=password").body()).contains("The password is changed.");
            assertThat(rest.get("/api/v1/account", token).statusCode()).isEqualTo(401);
            assertThat(new PageClient(parley.url()).signIn(WHO, OTHER).statusCode())
                    .isEqualTo(302);
        } finally {
            restore();
        }
        assertThat(rest.signIn(WHO)).isNotNull();
    }

    @Test
    void a_sign_in_elsewhere_is_listed_and_ended_one_by_one_or_all_at_once() {
        PageClient browser = signedIn();
        String token = rest.signIn(WHO);
        String third = rest.signIn(WHO);
        HttpResponse<String> page = browser.get("/account");
        String id = ParleyRest.json(rest.get("/api/v1/sessions", token)).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        assertThat(all(END, page)).contains(id);

        assertThat(browser.post("/account/sign-ins", Map.of("end", id)).statusCode())
                .as("without the page's token")
                .isEqualTo(403);
        String csrf = first(CSRF, page);
        assertThat(browser.post("/account/sign-ins", Map.of("end", id, "csrf", csrf))
                        .statusCode())
                .isEqualTo(302);
        assertThat(rest.get("/api/v1/account", token).statusCode()).isEqualTo(401);
        assertThat(rest.get("/api/v1/account", third).statusCode()).isEqualTo(200);

        browser.post("/account/sign-ins", Map.of("others", "all", "csrf", csrf));

        assertThat(rest.get("/api/v1/account", third).statusCode()).isEqualTo(401);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    private PageClient signedIn() {
        PageClient browser = new PageClient(parley.url());
        browser.signIn(WHO, ParleyRest.PASSWORD);
        return browser;
    }

    private static HttpResponse<String> change(PageClient browser, String password, String wanted) {
        return browser.submit(
                browser.get("/account"),
                "/account",
                "change",
                Map.of("current", password, "wanted", wanted, "repeated", wanted, "changeGo", "changeGo"));
    }

    /** Others use the same demo. */
    private void restore() {
        HttpResponse<String> signIn = rest.post(
                "/api/v1/sessions",
                null,
                Json.createObjectBuilder()
                        .add("email", WHO)
                        .add("password", OTHER)
                        .build());
        if (signIn.statusCode() != 201) return;
        JsonObject back = Json.createObjectBuilder()
                .add("password", OTHER)
                .add("newPassword", ParleyRest.PASSWORD)
                .build();
        rest.send("PUT", "/api/v1/account/password", ParleyRest.json(signIn).getString("token"), back);
    }

    private static JsonObject credentials(String code) {
        var credentials = Json.createObjectBuilder().add("email", WHO).add("password", ParleyRest.PASSWORD);
        if (code != null) credentials.add("code", code);
        return credentials.build();
    }

    private static String code(String secret, int later) {
        return Totp.code(secret, Totp.step(Instant.now()) + later);
    }

    private static String first(Pattern pattern, HttpResponse<String> page) {
        List<String> found = all(pattern, page);
        assertThat(found)
                .as("%s in %s %s", pattern, page.statusCode(), page.body())
                .isNotEmpty();
        return found.get(0);
    }

    private static List<String> all(Pattern pattern, HttpResponse<String> page) {
        return pattern.matcher(page.body()).results().map(m -> m.group(1)).toList();
    }
}
