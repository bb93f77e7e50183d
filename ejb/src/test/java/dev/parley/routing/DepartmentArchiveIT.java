package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentDetails.Member;
import dev.parley.company.DepartmentDraft;
import dev.parley.company.DepartmentSettings;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("COM-3")
class DepartmentArchiveIT {
    private static final long SUPPORT = 1;
    private static final long SALES = 2;

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
    void what_waits_moves_with_its_time_and_what_would_come_too(TestDatabase.Kind kind) throws Exception {
        open(kind);
        long old = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(600));
        long young = desk.waiting(SALES, 0, desk.now().minusSeconds(60));

        var archived = desk.get(DepartmentArchive.class).archive(owner, "department-1", "department-2");

        assertThat(archived.moved()).isEqualTo(1);
        assertThat(desk.get(Queues.class).places(owner.companyId(), SALES))
                .extracting(QueuePlace::conversationId)
                .containsExactly(old, young);
        assertThat(desk.get(Departments.class).of(owner.companyId()))
                .extracting(DepartmentView::name)
                .containsExactly("Sales");
        assertThat(desk.count("select default_department_id from site where id = 1"))
                .isEqualTo(SALES);
        assertThat(desk.count("select successor_id from department where id = 1"))
                .isEqualTo(SALES);
        assertThatThrownBy(() -> desk.get(DepartmentArchive.class).archive(owner, "department-2", "department-2"))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_two_that_would_take_each_others_place_one_stays(TestDatabase.Kind kind) throws Exception {
        open(kind);
        List<CompletableFuture<Boolean>> both = Stream.of("1-2", "2-1")
                .map(way -> CompletableFuture.supplyAsync(() -> {
                    try {
                        desk.get(DepartmentArchive.class)
                                .archive(owner, "department-" + way.charAt(0), "department-" + way.charAt(2));
                        return true;
                    } catch (Refused | NotFound tooLate) {
                        return false;
                    }
                }))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(desk.count("select count(*) from department where archived_at is not null"))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from site s join department d on d.id = s.default_department_id"
                        + " where d.archived_at is null"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_those_who_come_at_once_all_belong(TestDatabase.Kind kind) throws Exception {
        open(kind);
        List<String> people = IntStream.range(0, 8)
                .mapToObj(i -> desk.agent("Agent " + i).publicId())
                .toList();

        people.stream()
                .map(person -> CompletableFuture.runAsync(() -> in(() -> {
                    settings().assign(owner, person, List.of("department-1"));
                    return null;
                })))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(desk.count("select count(*) from department_member where department_id = 1"))
                .isEqualTo(people.size());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void it_is_made_filled_renamed_and_taken_up_again(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff ben = desk.agent("Ben");

        DepartmentDetails made =
                in(() -> settings().create(owner, new DepartmentDraft("Returns", true, List.of(ben.publicId()), null)));
        assertThat(made.members()).containsExactly(new Member(ben.publicId(), "Ben"));
        assertThat(made.tagsRequired()).isTrue();
        assertThatThrownBy(() -> in(() -> settings().create(owner, new DepartmentDraft("returns", null, null, null))))
                .isInstanceOf(Refused.class);

        DepartmentDetails renamed = in(() ->
                settings().change(owner, made.id(), new DepartmentDraft("Send back", null, List.of(), made.version())));
        assertThat(renamed.members()).isEmpty();
        assertThatThrownBy(() -> in(() ->
                        settings().change(owner, made.id(), new DepartmentDraft("Late", null, null, made.version()))))
                .isInstanceOf(Outdated.class);

        in(() -> settings().order(owner, List.of(made.id(), "department-2")));
        assertThat(settings().all(owner))
                .extracting(DepartmentDetails::name)
                .containsExactly("Send back", "Sales", "Support");
        desk.get(DepartmentArchive.class).archive(owner, made.id(), "department-1");
        assertThat(settings().get(owner, made.id()).archived()).isTrue();
        assertThat(in(() -> settings().restore(owner, made.id())).archived()).isFalse();
        assertThat(desk.count("select count(*) from audit_entry where kind = 'department'"))
                .isEqualTo(5);
    }

    private DepartmentSettings settings() {
        return desk.get(DepartmentSettings.class);
    }

    private <T> T in(Supplier<T> work) {
        return desk.get(OwnTransaction.class).call(work);
    }
}
