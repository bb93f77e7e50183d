package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditLog;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("COM-1")
class ContactsIT {
    private static final LocationView BERLIN = new LocationView(
            "Berlin",
            "Musterstraße 12\n10115 Berlin",
            true,
            List.of(
                    new ContactPointView("Orders", "+49 30 5550123", true),
                    new ContactPointView("Warehouse", "+49 30 5550199", false)),
            List.of(new ContactPointView(null, "help@acme.example", true)),
            List.of(new ContactPointView("Way", "https://acme.example/berlin", true)));
    private static final LocationView HIDDEN =
            new LocationView("Warehouse", null, false, List.of(), List.of(), List.of());

    private TestDesk desk;
    private Caller.Staff owner;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        owner = desk.colleague("Ann", Role.OWNER);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_written_is_read_and_visitors_see_what_is_shown(TestDatabase.Kind kind) throws Exception {
        open(kind);

        ContactView written = write(new ContactView("Acme Ltd", List.of(BERLIN, HIDDEN), 0));

        assertThat(written).isEqualTo(new ContactView("Acme Ltd", List.of(BERLIN, HIDDEN), 1));
        assertThat(desk.get(Contacts.class).get(owner)).isEqualTo(written);
        List<LocationView> shown = desk.get(Contacts.class).shown(owner.companyId());
        assertThat(shown).extracting(LocationView::name).containsExactly("Berlin");
        assertThat(shown.get(0).phones()).extracting(ContactPointView::value).containsExactly("+49 30 5550123");
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("WID-10")
    void visitors_of_one_company_see_nothing_of_another_and_nothing_that_was_refused(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        desk.change(
                "insert into company (id, public_id, name, demo, created_at) values (2, 'other', 'Globex', false, ?)",
                desk.now());
        desk.change(
                "insert into location (id, company_id, position, name, address, shown) values (1, 2, 0, 'Secret', 'Away', true)");
        desk.change("insert into contact_point (id, company_id, location_id, position, kind, text, shown)"
                + " values (1, 2, 1, 0, 'phone', '+44 20 7946 0100', true)");
        ContactView written = write(new ContactView("Acme Ltd", List.of(BERLIN), 0));
        var wrong = new ContactPointView(null, "javascript:alert(1)", true);
        var draft = new LocationView("Draft", "Nowhere", true, List.of(), List.of(), List.of(wrong));

        assertThatThrownBy(() -> write(new ContactView("Acme Ltd", List.of(BERLIN, draft), written.version())))
                .isInstanceOf(Invalid.class);

        assertThat(desk.get(Contacts.class).shown(owner.companyId()))
                .extracting(LocationView::name)
                .containsExactly("Berlin");
        assertThat(desk.get(Contacts.class).shown(2))
                .extracting(LocationView::name)
                .containsExactly("Secret");
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-4")
    void the_second_of_two_learns_of_the_first_and_the_log_of_both(TestDatabase.Kind kind) throws Exception {
        open(kind);
        ContactView read = desk.get(Contacts.class).get(owner);
        write(new ContactView("First", List.of(), read.version()));

        assertThatThrownBy(() -> write(new ContactView("Second", List.of(), read.version())))
                .isInstanceOf(Outdated.class);
        assertThat(desk.get(Contacts.class).get(owner).name()).isEqualTo("First");
        write(new ContactView("Second", List.of(), read.version() + 1));

        var log = desk.get(AuditLog.class)
                .search(owner, AuditFilter.ALL, null, 10)
                .items();
        assertThat(log).extracting(v -> v.after().getString("name")).containsExactly("Second", "First");
        assertThat(log).extracting(v -> v.before().getString("name")).containsExactly("First", "Acme");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_cannot_be_dialled_or_followed_is_refused(TestDatabase.Kind kind) throws Exception {
        open(kind);

        for (String phone : List.of("call me", "+", "123456789012345678901234567890123456789012345", "=1+1")) {
            refused(new LocationView("A", null, true, List.of(point(phone)), List.of(), List.of()));
        }
        for (String email : List.of("nobody", "a@b", "a b@c.example", "<a@b.example>")) {
            refused(new LocationView("A", null, true, List.of(), List.of(point(email)), List.of()));
        }
        for (String link : List.of(
                "javascript:alert(1)", "shop.example", "ftp://x.example", "https://u:p@x.example/", "http:///x")) {
            refused(new LocationView("A", null, true, List.of(), List.of(), List.of(point(link))));
        }
        refused(new LocationView(" ", null, true, List.of(), List.of(), List.of()));
        refused(new LocationView("A", "x".repeat(501), true, List.of(), List.of(), List.of()));
    }

    private void refused(LocationView location) {
        assertThatThrownBy(() -> write(new ContactView("Acme", List.of(location), -1)))
                .as(location.toString())
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_supervisor_may_not(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff supervisor = desk.colleague("Sue", Role.SUPERVISOR);

        assertThatThrownBy(() -> desk.get(Contacts.class).get(supervisor)).isInstanceOf(Forbidden.class);
    }

    private static ContactPointView point(String value) {
        return new ContactPointView(null, value, true);
    }

    private ContactView write(ContactView said) {
        return desk.get(OwnTransaction.class)
                .call(() -> desk.get(Contacts.class).replace(owner, said));
    }
}
