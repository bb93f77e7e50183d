package dev.parley.web.socket.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private final List<String> wire = new ArrayList<>();
    private final ArrayDeque<Outbound.Done> inFlight = new ArrayDeque<>();
    private int overflows;

    private final Outbound reading = new Outbound(
            (frame, done) -> {
                wire.add(frame);
                done.done(true);
            },
            "beat",
            () -> overflows++);

    private final Outbound notReading = new Outbound(
            (frame, done) -> {
                wire.add(frame);
                inFlight.add(done);
            },
            "beat",
            () -> overflows++);

    @Test
    @Tag("CHAT-7")
    void a_peer_that_reads_gets_everything_in_order_however_much_it_is() {
        IntStream.range(0, 10_000).forEach(i -> reading.offer("frame " + i, null));

        assertThat(wire).hasSize(10_000).startsWith("frame 0", "frame 1").endsWith("frame 9999");
        assertThat(overflows).isZero();
    }

    @Test
    @Tag("CHAT-7")
    void one_write_is_in_flight_at_a_time() {
        notReading.offer("a", null);
        notReading.offer("b", null);

        assertThat(wire).containsExactly("a");
        inFlight.poll().done(true);
        assertThat(wire).containsExactly("a", "b");
    }

    @Test
    @Tag("CHAT-7")
    void a_peer_that_does_not_read_overflows_once_at_200_frames_and_gets_no_more() {
        IntStream.range(0, 500).forEach(i -> notReading.offer("x", null));

        assertThat(overflows).isEqualTo(1);
        inFlight.poll().done(true);
        assertThat(wire).hasSize(1);
    }

    @Test
    @Tag("CHAT-7")
    void a_peer_that_does_not_read_overflows_at_256_KiB() {
        String big = "x".repeat(32 * 1024);

        IntStream.range(0, 4).forEach(i -> notReading.offer(big, null));
        assertThat(overflows).isZero();
        notReading.offer(big, null);

        assertThat(overflows).isEqualTo(1);
    }

    @Test
    @Tag("CHAT-4")
    void a_page_of_what_was_missed_does_not_count_and_says_when_it_is_written() {
        var written = new ArrayList<String>();
        var page = IntStream.range(0, 400).mapToObj(i -> "old " + i).toList();

        reading.offerPage(page, () -> written.add("page"));

        assertThat(wire).hasSize(400);
        assertThat(written).containsExactly("page");
        assertThat(overflows).isZero();
    }

    @Test
    @Tag("CHAT-7")
    void a_client_that_says_nothing_is_asked_for_a_sign_and_gets_no_more_until_it_gives_one() {
        String big = "x".repeat(8_000);
        for (int i = 0; i < 70; i++) reading.offer(big, null);

        assertThat(wire).last().isEqualTo("beat");
        int before = wire.size();
        assertThat(2 * 8_000 * before).isLessThan(Outbound.MAX_UNHEARD + 64_000);
        reading.heard();

        assertThat(wire).hasSize(71);
        assertThat(overflows).isZero();
    }

    @Test
    @Tag("CHAT-7")
    void a_client_that_never_gives_the_sign_is_given_up_although_the_container_says_written() {
        for (int i = 0; i < 100; i++) reading.offer("x".repeat(8_000), null);

        assertThat(overflows).isEqualTo(1);
    }

    @Test
    @Tag("CHAT-4")
    void a_long_replay_waits_for_the_sign_too_and_is_told_in_full() {
        var page = IntStream.range(0, 300).mapToObj(i -> "x".repeat(4_000)).toList();
        var written = new ArrayList<String>();

        reading.offerPage(page, () -> written.add("page"));
        assertThat(written).isEmpty();
        for (int i = 0; i < 5; i++) reading.heard();

        assertThat(written).containsExactly("page");
        assertThat(wire.stream().filter(f -> !f.equals("beat"))).hasSize(300);
    }

    @Test
    void a_failed_write_ends_the_writing() {
        notReading.offer("a", null);
        notReading.offer("b", null);

        inFlight.poll().done(false);
        notReading.offer("c", null);

        assertThat(wire).containsExactly("a");
    }
}
