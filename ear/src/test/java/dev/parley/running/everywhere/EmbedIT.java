package dev.parley.running.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.PageClient;
import dev.parley.running.RunningParley;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Servers add headers of their own: none may keep the panel out of a customer's page, and ours must keep the staff's pages out of any. */
@Tag("WID-1")
class EmbedIT {
    private final PageClient pages = new PageClient(RunningParley.shared().url());

    @Test
    void the_panel_may_stand_in_a_customers_page() {
        var panel = pages.get("/chat/acme").headers();

        assertThat(panel.allValues("X-Frame-Options")).isEmpty();
        assertThat(panel.firstValue("Content-Security-Policy")).get().asString().contains("frame-ancestors");
    }

    @Test
    @Tag("SEC-3")
    void the_sign_in_page_may_not() {
        var page = pages.get("/login").headers();

        assertThat(page.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(page.firstValue("Content-Security-Policy")).get().asString().contains("frame-ancestors 'none'");
    }
}
