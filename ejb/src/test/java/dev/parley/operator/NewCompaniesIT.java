package dev.parley.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.ClientInfo;
import dev.parley.access.NewPassword;
import dev.parley.access.SignInKind;
import dev.parley.access.SignedIn;
import dev.parley.access.StaffInvitations;
import dev.parley.setup.SetUp;
import dev.parley.setup.SetUpDraft;
import dev.parley.setup.UnfitSetUp;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.Unauthorized;
import dev.parley.shared.Unavailable;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-3")
@Tag("OPS-9")
class NewCompaniesIT {
    private static final Caller OPERATOR = new Caller.Operator("192.0.2.9");
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");

    private TestDesk desk;
    private NewCompanies companies;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @BeforeEach
    void production() {
        System.setProperty("parley.mode", "production");
        System.setProperty("parley.secret", "a secret of this test, long enough for it");
    }

    @AfterEach
    void close() throws Exception {
        for (String name : List.of("parley.mode", "parley.secret", "parley.smtp.url")) System.clearProperty(name);
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_company_is_whole_and_its_owner_comes_by_the_link_once(TestDatabase.Kind kind) throws Exception {
        open(kind);
        NewCompany made = companies.create(OPERATOR, draft("Olga@North.example", "north"), InvitedBy.LINK);

        assertThat(made.owner().email()).isEqualTo("olga@north.example");
        assertThat(made.owner().toString()).doesNotContain("token");
        String token = token(made);
        SignedIn olga = join(token);

        assertThat(olga.caller().role().is(Role.OWNER)).isTrue();
        assertThat(olga.caller().companyId()).isEqualTo(made.company().id());
        assertThat(olga.account().language()).isEqualTo("de");
        assertThatThrownBy(() -> join(token)).isInstanceOf(NotFound.class);
        long company = made.company().id();
        assertThat(desk.ask("select name from company where id = ? and demo = false", company))
                .isEqualTo("Northwind");
        assertThat(desk.ask(
                        "select d.name from site s join department d on d.id = s.default_department_id"
                                + " where s.site_key = 'north' and s.company_id = ? and s.allowed_origins = ''",
                        company))
                .isEqualTo("Support");
        assertThat(desk.ask("select time_zone from business_hours where company_id = ?", company))
                .isEqualTo("Europe/Berlin");
        assertThat(desk.count(
                        "select count(*) from department_member where company_id = ? and account_id = ?",
                        company,
                        olga.caller().accountId()))
                .isEqualTo(1);
        assertThat(desk.count(
                        "select count(distinct kind) from audit_entry where company_id = ? and address = '192.0.2.9'"
                                + " and actor = 'operator' and kind in ('company', 'invitation', 'department', 'site')",
                        company))
                .isEqualTo(4);
        assertThat(desk.count("select count(*) from audit_entry where company_id = ?", TestDesk.COMPANY))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void with_mail_the_link_is_mailed_and_not_told(TestDatabase.Kind kind) throws Exception {
        open(kind);
        assertThat(companies.usual()).isEqualTo(InvitedBy.LINK);
        assertThatThrownBy(() -> companies.create(OPERATOR, draft("o@north.example", "north"), InvitedBy.MAIL))
                .isInstanceOf(Unavailable.class);
        System.setProperty("parley.smtp.url", "smtp://127.0.0.1:1?from=desk@acme.example");

        assertThat(companies.usual()).isEqualTo(InvitedBy.MAIL);
        NewCompany made = companies.create(OPERATOR, draft("o@north.example", "north"), InvitedBy.MAIL);

        assertThat(made.owner().link()).isNull();
        assertThat(desk.count(
                        "select count(*) from outbox where company_id = ? and recipient = 'o@north.example'",
                        made.company().id()))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from company where name = 'Northwind'"))
                .as("nothing was kept of the one that could not be mailed")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_owner_who_did_not_come_in_time_is_invited_again_until_there_is_one(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        NewCompany made = companies.create(OPERATOR, draft("o@north.example", "north"), InvitedBy.LINK);
        String id = made.company().publicId();
        desk.clock.advance(Duration.ofDays(7));
        assertThatThrownBy(() -> join(token(made))).isInstanceOf(NotFound.class);

        String second = token(companies.inviteAgain(OPERATOR, id, InvitedBy.LINK));
        String third = token(companies.inviteAgain(OPERATOR, id, InvitedBy.LINK));

        assertThatThrownBy(() -> join(second)).isInstanceOf(NotFound.class);
        assertThat(join(third).caller().role().is(Role.OWNER)).isTrue();
        assertThatThrownBy(() -> companies.inviteAgain(OPERATOR, id, InvitedBy.LINK))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> companies.inviteAgain(OPERATOR, "nowhere", InvitedBy.LINK))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_does_not_fit_or_is_taken_makes_nothing(TestDatabase.Kind kind) throws Exception {
        open(kind);
        companies.create(OPERATOR, draft("o@north.example", "north"), InvitedBy.LINK);

        assertThatThrownBy(() -> companies.create(OPERATOR, draft("o@north.example", "south"), InvitedBy.LINK))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> companies.create(OPERATOR, draft("x@north.example", "north"), InvitedBy.LINK))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> companies.create(OPERATOR, draft("x@north", "south"), InvitedBy.LINK))
                .isInstanceOf(UnfitSetUp.class);
        assertThatThrownBy(() -> companies.create(OPERATOR, draft("x@north.example", "No Key"), InvitedBy.LINK))
                .isInstanceOf(UnfitSetUp.class);

        assertThat(desk.count("select count(*) from company")).isEqualTo(2);
        assertThat(desk.count("select count(*) from account")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-2")
    void only_the_operator_makes_companies(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff owner = desk.colleague("Ada", Role.OWNER, 1);

        assertThatThrownBy(() -> companies.create(owner, draft("o@north.example", "north"), InvitedBy.LINK))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> companies.create(Caller.NOBODY, draft("o@north.example", "north"), InvitedBy.LINK))
                .isInstanceOf(Unauthorized.class);
        assertThatThrownBy(() -> companies.inviteAgain(owner, "company", InvitedBy.LINK))
                .isInstanceOf(Forbidden.class);
        assertThat(desk.count("select count(*) from company")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void with_a_company_of_the_operators_making_there_is_nothing_to_set_up(TestDatabase.Kind kind) throws Exception {
        open(kind);
        assertThat(desk.get(SetUp.class).open()).isTrue();

        companies.create(OPERATOR, draft("o@north.example", "north"), InvitedBy.LINK);

        assertThat(desk.get(SetUp.class).open()).isFalse();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        companies = desk.get(NewCompanies.class);
    }

    private SignedIn join(String token) {
        return desk.get(StaffInvitations.class)
                .join(Caller.NOBODY, token, "Olga", new NewPassword("correct horse battery"), SignInKind.API, HERE);
    }

    private static String token(NewCompany made) {
        return made.owner().link().getQuery().substring("token=".length());
    }

    private static SetUpDraft draft(String email, String key) {
        return new SetUpDraft("Northwind", "Support", key, null, "Olga", email, null, "de", "Europe/Berlin");
    }
}
