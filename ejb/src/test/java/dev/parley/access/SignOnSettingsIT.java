package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.password.Passwords;
import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Outdated;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-1")
@Tag("SEC-2")
@Tag("SEC-4")
class SignOnSettingsIT {
    private static final String ISSUER = "https://login.example.com";
    private static final String PASSWORD = "correct horse battery";

    private TestDesk desk;
    private Caller.Staff owner;
    private SignOnSettings settings;
    private String hash;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_secret_is_sealed_never_shown_kept_and_not_given_to_another_issuer(TestDatabase.Kind kind) throws Exception {
        open(kind);

        SignOnView view = settings.change(owner, draft(ISSUER, "very secret", 0L, "acme.example", " ACME.de "));

        assertThat(view.domains()).containsExactly("acme.de", "acme.example");
        assertThat(view.secretKept()).isTrue();
        assertThat(view.toString()).doesNotContain("very secret");
        assertThat((String) desk.ask("select sealed_secret from sign_on_provider"))
                .isNotBlank()
                .doesNotContain("very secret");
        assertThat(settings.change(owner, draft(ISSUER, " ", null, "acme.example"))
                        .secretKept())
                .isTrue();
        assertThatThrownBy(() -> settings.change(owner, draft("https://evil.example", null, null, "acme.example")))
                .isInstanceOf(SecretUnclear.class);
        assertThatThrownBy(() -> settings.change(owner, secretless(ISSUER, "and one")))
                .isInstanceOf(SecretUnclear.class);
        assertThat(settings.get(owner).issuer()).isEqualTo(ISSUER);
        assertThat(settings.get(owner).secretKept()).isTrue();
        assertThat(settings.change(owner, secretless("https://evil.example", null))
                        .secretKept())
                .isFalse();
        assertThat(desk.count("select count(*) from audit_entry where after_json like '%\"newSecret\":false%'"))
                .isEqualTo(1);
        assertThat(settings.change(owner, draft(ISSUER, null, null, "acme.example"))
                        .issuer())
                .isEqualTo(ISSUER);
        assertThat(desk.count("select count(*) from audit_entry where after_json like '%very secret%'"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_secret_is_as_long_as_fits_when_it_is_sealed(TestDatabase.Kind kind) throws Exception {
        open(kind);

        for (String fits : List.of("x".repeat(500), "ü".repeat(250), "😀".repeat(125)))
            assertThat(settings.change(owner, draft(ISSUER, fits, null, "acme.example"))
                            .secretKept())
                    .isTrue();
        for (String longer : List.of("x".repeat(501), "ü".repeat(251), "€".repeat(500)))
            assertThatThrownBy(() -> settings.change(owner, draft(ISSUER, longer, null, "acme.example")))
                    .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_page_left_open_names_no_provider(TestDatabase.Kind kind) throws Exception {
        open(kind);

        for (String none : Arrays.asList(null, ""))
            assertThatThrownBy(() -> settings.change(owner, draft(none))).isInstanceOf(PasswordWanted.class);
        assertThatThrownBy(() -> settings.change(owner, draft("guessed"))).isInstanceOf(WrongPassword.class);
        assertThat(desk.count("select count(*) from sign_on_provider")).isZero();

        assertThat(settings.change(owner, draft(PASSWORD)).issuer()).isEqualTo(ISSUER);
        for (int i = 0; i < 4; i++)
            assertThatThrownBy(() -> settings.change(owner, draft("guessed"))).isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> settings.change(owner, draft(PASSWORD))).isInstanceOf(RateLimited.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_change_is_in_the_log_with_before_and_after_and_a_new_secret_too(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        settings.change(owner, draft(ISSUER, "one", null, "acme.example"));
        settings.change(owner, draft(ISSUER, "two", null, "acme.example"));
        settings.change(owner, draft(ISSUER, null, null, "acme.example"));
        settings.change(owner, draft(ISSUER, null, null, "acme.example", "acme.de"));

        var filter = new AuditFilter(null, AuditKind.SINGLE_SIGN_ON, null, null, null);
        var entries = desk.get(AuditLog.class).search(owner, filter, null, 50).items();
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0).before().toString()).isEqualTo("{\"domains\":[\"acme.example\"]}");
        assertThat(entries.get(1).after().toString()).isEqualTo("{\"newSecret\":true}");
        assertThat(entries.get(2).before()).isNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_the_owner_may_and_no_program(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff admin = desk.colleague("Ben", Role.ADMINISTRATOR, 1);
        var program = new Caller.Staff(
                owner.companyId(), owner.accountId(), owner.publicId(), owner.name(), owner.role(), 0, null, "Import");

        for (Caller.Staff other : List.of(admin, program)) {
            assertThatThrownBy(() -> settings.get(other)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> settings.change(other, draft(ISSUER, null, null, "acme.example")))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_does_not_fit_is_refused_and_nothing_is_written(TestDatabase.Kind kind) throws Exception {
        open(kind);
        for (String issuer : List.of("", "login", "http://login.example.com", "https://login.example.com?x=y"))
            assertThatThrownBy(() -> settings.change(owner, draft(issuer, null, null, "acme.example")))
                    .isInstanceOf(Invalid.class);
        for (String domain : List.of(
                "acme",
                "@acme.example",
                "acme example.com",
                "straße.example",
                "a".repeat(64) + ".example",
                "*.example"))
            assertThatThrownBy(() -> settings.change(owner, draft(ISSUER, null, null, domain)))
                    .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> settings.change(owner, draft(ISSUER, null, null)))
                .isInstanceOf(Invalid.class);

        assertThat(desk.count("select count(*) from sign_on_provider")).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_domain_leads_to_one_company_and_a_change_in_between_is_told(TestDatabase.Kind kind) throws Exception {
        open(kind);
        desk.change(
                "insert into company (id, public_id, name, demo, created_at) values (9, 'other', 'Globex', false, ?)",
                desk.now());
        Caller.Staff gerda = desk.colleague("Gerda", Role.OWNER);
        desk.change(
                "update account set company_id = 9, email = 'gerda@globex.example', password_hash = ? where id = ?",
                hash,
                gerda.accountId());
        var foreign = new Caller.Staff(9, gerda.accountId(), gerda.publicId(), "Gerda", Role.OWNER, 0);
        settings.change(foreign, draft(ISSUER, null, null, "globex.example"));
        assertThatThrownBy(() -> settings.change(owner, draft(ISSUER, null, null, "acme.example", "globex.example")))
                .isInstanceOf(Refused.class);
        assertThat(desk.count("select count(*) from sign_on_provider")).isEqualTo(1);

        SignOnView first = settings.change(owner, draft(ISSUER, null, 0L, "acme.example"));
        settings.change(owner, draft(ISSUER, null, first.version(), "acme.example", "acme.de"));
        assertThatThrownBy(() -> settings.change(owner, draft(ISSUER, null, first.version(), "acme.example")))
                .isInstanceOf(Outdated.class);
        assertThat(settings.get(foreign).domains()).containsExactly("globex.example");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_domain_of_which_another_companys_people_have_addresses_is_not_taken_from_them(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        desk.change(
                "insert into company (id, public_id, name, demo, created_at) values (9, 'other', 'Globex', false, ?)",
                desk.now());
        desk.change("update account set company_id = 9 where id = ?", person("gerda@globex.example"));
        desk.change("update account set company_id = 9 where id = ?", person("greta@glöbex.example"));
        person("ann@acme.example");

        for (String theirs : List.of("globex.example", "GLÖBEX.example", "xn--glbex-kua.example"))
            assertThatThrownBy(() -> settings.change(owner, draft(ISSUER, null, null, "acme.example", theirs)))
                    .isInstanceOf(Refused.class);

        assertThat(settings.change(
                                owner, draft(ISSUER, null, null, "acme.example", "bex.example", "sub.globex.example"))
                        .domains())
                .hasSize(3);
    }

    private long person(String email) {
        long id = desk.agent(email.substring(0, email.indexOf('@')), 1).accountId();
        desk.change("update account set email = ? where id = ?", email, id);
        return id;
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        AttemptsInTransactions.provide(desk);
        owner = desk.colleague("Ada", Role.OWNER, 1);
        hash = desk.get(Passwords.class).hash(PASSWORD);
        desk.change("update account set password_hash = ? where id = ?", hash, owner.accountId());
        settings = desk.get(SignOnSettings.class);
    }

    private static SignOnDraft draft(String issuer, String secret, Long version, String... domains) {
        return new SignOnDraft(
                issuer, "parley", secret, false, List.of(domains), true, true, Newcomers.NOBODY, version, PASSWORD);
    }

    private static SignOnDraft draft(String password) {
        return new SignOnDraft(
                ISSUER, "parley", null, false, List.of("acme.example"), true, true, Newcomers.NOBODY, null, password);
    }

    private static SignOnDraft secretless(String issuer, String secret) {
        return new SignOnDraft(
                issuer, "parley", secret, true, List.of("acme.example"), true, true, Newcomers.NOBODY, null, PASSWORD);
    }
}
