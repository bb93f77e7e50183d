package dev.parley.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.OwnPostgres;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator looks at a past day under another strategy; the day is put into the tables, since no clock can be turned back. */
@Tag("ROU-10")
class ReplayPageIT {
    private static final Look WIDE = new Look("", 1440, 900, Look.DESKTOP.scheme(), "en");
    private static final Look DARK = new Look("-dark", 1440, 900, Look.DARK.scheme(), "en");
    private static final Look PHONE = new Look("-phone", 390, 844, Look.PHONE.scheme(), "en");
    private static final Look ARABIC = new Look("-arabic", 1440, 900, Look.DARK.scheme(), "ar");

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
    private final Album album = new Album();
    private String address;

    @Test
    void the_day_stands_there_as_it_was_and_as_it_would_have_been() {
        try (OwnPostgres postgres = OwnPostgres.start();
                RunningParley parley = RunningParley.start(postgres.settings());
                Browsers browsers = new Browsers()) {
            past(postgres);
            for (Look look : List.of(WIDE, DARK, PHONE, ARABIC)) {
                Page page = browsers.newPerson(look.options());
                page.navigate(
                        parley.url().resolve("/login?next=/portal/departments").toString());
                page.locator("#email").fill("admin@acme.example");
                page.locator("#password").fill(ParleyRest.PASSWORD);
                page.waitForNavigation(() -> page.locator("#go").click());
                if (look == WIDE) choose(page);
                else page.navigate(address);
                page.locator(".compared").waitFor();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(look.name())
                        .isEqualTo(true);
                Axe what = look == WIDE ? Axe.ALL : look == DARK ? Axe.COLOURS : Axe.LAYOUT;
                album.take("portal-replay-day" + look.name(), page, null, page.mainFrame(), what);
                if (look == WIDE) tells(page);
                page.context().close();
            }
        }
        album.axeFoundNothing();
    }

    /** From the department's page, by its own form. */
    private void choose(Page page) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Support").setExact(true))
                .first()
                .click();
        page.getByText("Try other rules on a past day").click();
        page.locator("#day").fill(day.toString());
        page.locator("#strategy").selectOption("ring-all");
        page.waitForNavigation(() -> page.locator("#go").click());
        address = page.url();
    }

    private void tells(Page page) {
        assertThat(page.locator(".compared tr").filter(row("Longest wait"))).containsText("0:20");
        assertThat(page.locator(".compared tr").filter(row("Longest wait"))).containsText("0:05");
        assertThat(page.locator(".sheet-table tbody tr")).hasCount(1);
        assertThat(page.locator(".sheet-table tbody tr")).containsText("Rosa Past");
        page.getByText("2 came that day. Replayed by the rules of the day itself, 2 of them")
                .waitFor();
        page.locator(".sheet-table tbody a").click();
        assertThat(page.locator("h1")).hasText("Why this agent");
    }

    private static Locator.FilterOptions row(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    /** Anna, idle longer, takes Rosa's after 20 seconds; Ben another one after 5. */
    private void past(OwnPostgres postgres) {
        presence(postgres, 900_001, "agent1@acme.example", "08:00:00");
        presence(postgres, 900_002, "agent2@acme.example", "08:05:00");
        chat(postgres, 900_011, "Rosa Past", "agent1@acme.example", "09:00:00", "09:00:20", "09:10:00");
        chat(postgres, 900_012, "Otto Past", "agent2@acme.example", "09:30:00", "09:30:05", "09:40:00");
    }

    private String at(String time) {
        return "timestamp with time zone '" + day + " " + time + "+00'";
    }

    private void presence(OwnPostgres postgres, long id, String email, String time) {
        postgres.change("insert into agent_presence_event (id, company_id, account_id, at, status, actor) select " + id
                + ", company_id, id, " + at(time) + ", 'available', public_id from account where email = '" + email
                + "'");
    }

    private void chat(
            OwnPostgres postgres, long id, String visitor, String email, String came, String taken, String closed) {
        String joined = " from account a join department d on d.company_id = a.company_id and d.name = 'Support'"
                + " where a.email = '" + email + "'";
        postgres.change(
                "insert into visitor (id, public_id, company_id, site_id, name, cookie_hash, created_at, seen_at) select "
                        + id + ", 'visitor-" + id + "', company_id, id, '" + visitor + "', 'hash-" + id + "', "
                        + at(came) + ", "
                        + at(came) + " from site where site_key = 'acme'");
        postgres.change(
                "insert into conversation (id, public_id, company_id, site_id, department_id, visitor_id, status, origin,"
                        + " priority, opened_at, waiting_since, closed_at, version) select " + id + ", 'conversation-"
                        + id
                        + "', s.company_id, s.id, d.id, " + id + ", 'closed', 'chat', 0, " + at(came) + ", " + at(came)
                        + ", "
                        + at(closed)
                        + ", 1 from site s join department d on d.company_id = s.company_id and d.name = 'Support'"
                        + " where s.site_key = 'acme'");
        postgres.change(
                "insert into conversation_head (conversation_id, company_id, last_seq, epoch) select id, company_id, 0, 1"
                        + " from conversation where id = " + id);
        postgres.change(
                "insert into offer (id, company_id, conversation_id, account_id, offered_at, expires_at, ended_at, outcome)"
                        + " select " + id + ", a.company_id, " + id + ", a.id, " + at(came) + ", " + at(came)
                        + " + interval '30 seconds', " + at(taken) + ", 'accepted'" + joined);
        String event =
                "insert into conversation_event (id, company_id, conversation_id, at, type, status, actor_kind, actor,"
                        + " agent_id, department_id) select ";
        postgres.change(event + id + ", a.company_id, " + id + ", " + at(taken)
                + ", 'joined', 'open', 'agent', a.public_id, a.id, d.id" + joined);
        postgres.change(event + (id + 100) + ", a.company_id, " + id + ", " + at(closed)
                + ", 'closed', 'closed', 'agent', a.public_id, a.id, d.id" + joined);
    }
}
