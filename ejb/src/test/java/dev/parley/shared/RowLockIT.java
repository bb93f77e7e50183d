package dev.parley.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowLockIT {
    private static final long SUPPORT = 1;
    private TestDesk desk;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    @Tag("ROU-3")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void who_changes_a_department_does_not_stop_new_conversations_in_it(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        EntityManager em = desk.get(EntityManager.class);
        OwnTransaction own = desk.get(OwnTransaction.class);
        own.run(() -> {
            RowLock.DEPARTMENT.take(em, SUPPORT);
            RowLock.COMPANY.take(em, TestDesk.COMPANY);
            RowLock.SITE.take(em, 1);
            CompletableFuture<Long> arrival = CompletableFuture.supplyAsync(() -> desk.waiting(SUPPORT));
            assertThat(arrival.orTimeout(10, TimeUnit.SECONDS).join()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void two_who_change_it_come_one_after_the_other(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        EntityManager em = desk.get(EntityManager.class);
        OwnTransaction own = desk.get(OwnTransaction.class);
        CountDownLatch second = new CountDownLatch(1);
        CompletableFuture<?>[] other = new CompletableFuture<?>[1];
        own.run(() -> {
            RowLock.DEPARTMENT.take(em, SUPPORT);
            other[0] = CompletableFuture.runAsync(() -> own.run(() -> {
                second.countDown();
                RowLock.DEPARTMENT.take(em, SUPPORT);
                assertThat(desk.count("select count(*) from department where name = 'Renamed'"))
                        .isEqualTo(1);
            }));
            try {
                assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(other[0]).isNotDone();
            em.createNativeQuery("update department set name = 'Renamed' where id = ?1")
                    .setParameter(1, SUPPORT)
                    .executeUpdate();
        });
        other[0].orTimeout(10, TimeUnit.SECONDS).join();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_row_that_is_not_there_cannot_be_locked(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        EntityManager em = desk.get(EntityManager.class);
        assertThatThrownBy(() -> desk.get(OwnTransaction.class).run(() -> RowLock.ACCOUNT.take(em, 99_999)))
                .isInstanceOf(NoResultException.class);
    }
}
