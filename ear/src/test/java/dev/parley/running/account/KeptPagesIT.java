package dev.parley.running.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.PageClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is sent from a page that stayed open while others were opened in the same session. */
@Tag("COM-5")
class KeptPagesIT {
    private static final String PATH = "/portal/lists";

    private final RunningParley parley = RunningParley.shared();
    private final PageClient browser = new PageClient(parley.url());

    @Test
    void a_page_takes_what_is_sent_from_it_long_after_and_says_how_to_go_on_when_it_does_not() {
        browser.signIn("admin@acme.example", ParleyRest.PASSWORD);
        HttpResponse<String> first = browser.get(PATH);
        open(20);
        assertThat(send(first).statusCode()).isIn(200, 302);

        open(52);
        HttpResponse<String> late = send(first);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("This page was open for too long", "href=\"" + PATH + "\"")
                .doesNotContain("Reference");
    }

    private void open(int pages) {
        for (int i = 0; i < pages; i++)
            assertThat(browser.get(PATH).statusCode()).isEqualTo(200);
    }

    /** The form, with nothing changed by it. */
    private HttpResponse<String> send(HttpResponse<String> page) {
        return browser.submit(page, PATH, "form", Map.of());
    }
}
