package dev.parley.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-5")
class PasswordHashTest {
    @Test
    void is_at_owasps_strength_salted_and_says_its_parameters() {
        PasswordHash hash = PasswordHash.of("secret");

        assertThat(hash.iterations()).isGreaterThanOrEqualTo(210_000);
        assertThat(hash.salt()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(hash.text()).startsWith("pbkdf2-sha512$210000$").doesNotContain("secret");
        assertThat(PasswordHash.of("secret").text()).isNotEqualTo(hash.text());
        assertThat(hash.toString()).doesNotContain(hash.text().split("\\$")[3]);
    }

    @Test
    void matches_only_the_password_after_being_kept() {
        PasswordHash kept = PasswordHash.parse(PasswordHash.of("sécret 🔑").text());

        assertThat(kept.matches("sécret 🔑")).isTrue();
        assertThat(kept.matches("secret")).isFalse();
        assertThat(kept.matches("")).isFalse();
        assertThat(kept.outdated()).isFalse();
        assertThat(PasswordHash.parse(OldHashes.of("x")).outdated()).isTrue();
        assertThat(PasswordHash.parse(OldHashes.of("x")).matches("x")).isTrue();
    }

    @Test
    void an_unknown_address_costs_as_much_as_a_known_one() {
        PasswordHash nobodys = PasswordHash.ofNoPassword();

        assertThat(nobodys.iterations()).isEqualTo(PasswordHash.of("x").iterations());
        assertThat(nobodys.key()).hasSameSizeAs(PasswordHash.of("x").key());
    }

    @Test
    void no_more_than_two_are_computed_at_once_and_a_flood_is_turned_away() throws Exception {
        Passwords passwords = new Passwords(Duration.ofMillis(50));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch bothIn = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(8);
        try {
            Runnable hash = () -> passwords.inSlot(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                bothIn.countDown();
                await(go);
                return running.decrementAndGet();
            });
            Future<?> first = pool.submit(hash);
            Future<?> second = pool.submit(hash);
            await(bothIn);

            assertThatThrownBy(() -> passwords.inSlot(() -> 1)).isInstanceOf(Unavailable.class);
            go.countDown();
            first.get(5, TimeUnit.SECONDS);
            second.get(5, TimeUnit.SECONDS);

            assertThat(most).hasValue(2);
            assertThat(passwords.inSlot(() -> 1)).as("free again").isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
