package dev.parley.bench.measure;

import dev.parley.bench.Await;
import dev.parley.bench.client.Loop;
import dev.parley.bench.measure.Seats.Seat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Visitors and agents who write to one another, as fast as they are answered or at a given rate. It counts messages that
 * reached the other side and answers, and how long after it was due each came. Lives on the loop's thread.
 */
final class Exchange {
    /** What came in one stretch of time; the histograms are in microseconds. */
    record Figures(
            double seconds, long delivered, long answered, Histogram delivery, Histogram answer, List<String> errors) {
        /** Milliseconds from due to delivered, of the given percent. */
        double delivery(double percent) {
            return delivery.getValueAtPercentile(percent) / 1e3;
        }

        /** Milliseconds from due to answered, of the given percent. */
        double answer(double percent) {
            return answer.getValueAtPercentile(percent) / 1e3;
        }
    }

    /** What makes a visitor write again. */
    private enum Pace {
        AT_A_RATE,
        WHEN_THE_AGENT_WROTE,
        WHEN_THE_SERVER_ANSWERED
    }

    private static final long TICK_MILLIS = 2;

    private final Loop loop;
    private final Seats seats;
    private final Wire wire;
    private final boolean replies;
    private boolean running;
    private long began;
    private Pace pace;
    private long delivered;
    private long answered;
    private long sent;
    private Histogram delivery = histogram();
    private Histogram answer = histogram();
    private final List<String> errors = new ArrayList<>();

    /** @param replies whether agents answer every message */
    Exchange(Loop loop, Seats seats, Wire wire, boolean replies) {
        this.loop = loop;
        this.seats = seats;
        this.wire = wire;
        this.replies = replies;
        loop.ask(() -> {
            seats.visitors.forEach(seat -> seat.ear = this::visitorHears);
            seats.agents.forEach(seat -> seat.ear = this::agentHears);
            return true;
        });
    }

    /** What the caller does while others write. */
    interface Meanwhile {
        void run() throws Exception;
    }

    /** Every visitor writes again as soon as the agent has answered; a stretch of time of it. */
    Figures closedLoop(Duration time) {
        return measured(time, () -> {
            pace = Pace.WHEN_THE_AGENT_WROTE;
            everybodyWrites();
        });
    }

    /** Every visitor has so many messages under way and writes again as soon as one is answered by the server. */
    Figures answeredLoop(int underWay, Duration time) {
        return measured(time, () -> {
            pace = Pace.WHEN_THE_SERVER_ANSWERED;
            for (int i = 0; i < underWay; i++) {
                everybodyWrites();
            }
        });
    }

    private void everybodyWrites() {
        for (int n = 0; n < seats.visitors.size(); n++) {
            visitorWrites(n, System.nanoTime());
        }
    }

    /** Visitors write in turn at the rate, whatever comes back; lateness of this generator counts as the server's. */
    Figures openLoop(int perSecond, Duration time) {
        return measured(time, () -> writeAtARate(perSecond));
    }

    /** The same for as long as the caller takes to do something. */
    Figures openLoop(int perSecond, Meanwhile meanwhile) throws Exception {
        begin(() -> writeAtARate(perSecond));
        try {
            meanwhile.run();
        } finally {
            loop.ask(() -> running = false);
        }
        return end();
    }

    private void writeAtARate(int perSecond) {
        pace = Pace.AT_A_RATE;
        sent = 0;
        tick(System.nanoTime(), 1_000_000_000L / perSecond);
    }

    private Figures measured(Duration time, Runnable begin) {
        begin(begin);
        Await.pass(time);
        return end();
    }

    private void begin(Runnable begin) {
        loop.ask(() -> {
            running = true;
            reset();
            began = System.nanoTime();
            begin.run();
            return true;
        });
    }

    private Figures end() {
        Figures figures = loop.ask(() -> {
            running = false;
            return new Figures(
                    (System.nanoTime() - began) / 1e9, delivered, answered, delivery, answer, List.copyOf(errors));
        });
        settle();
        return figures;
    }

    /** What is under way arrives, so that the next stretch begins with nothing. */
    private void settle() {
        long[] before = {-1};
        Await.within(Duration.ofSeconds(20), () -> {
            long now = loop.ask(() -> delivered + answered);
            boolean quiet = now == before[0];
            before[0] = now;
            Await.pass(Duration.ofMillis(200));
            return quiet;
        });
    }

    private void reset() {
        delivered = 0;
        answered = 0;
        delivery = histogram();
        answer = histogram();
        errors.clear();
    }

    private void tick(long start, long interval) {
        long now = System.nanoTime();
        for (long due = start + sent * interval; running && due <= now; due = start + ++sent * interval) {
            visitorWrites((int) (sent % seats.visitors.size()), due);
        }
        if (running) {
            loop.after(TICK_MILLIS, () -> tick(start, interval));
        }
    }

    private void visitorWrites(int number, long due) {
        Seat seat = seats.visitors.get(number);
        seat.link.send(wire.message(number, seat.conversation, due));
    }

    private void visitorHears(String frame) {
        Wire.Heard heard = take(frame);
        if (heard != null && pace == Pace.WHEN_THE_AGENT_WROTE && running) {
            visitorWrites(heard.number(), System.nanoTime());
        }
    }

    private void agentHears(String frame) {
        Wire.Heard heard = take(frame);
        if (heard != null && replies) {
            Seat agent = seats.agents.get(heard.number() % seats.agents.size());
            String conversation = seats.visitors.get(heard.number()).conversation;
            agent.link.send(wire.message(heard.number(), conversation, System.nanoTime()));
        }
    }

    /** Counts; gives what was heard if it is a message. */
    private Wire.Heard take(String frame) {
        Wire.Heard heard;
        try {
            heard = wire.heard(frame);
        } catch (IllegalStateException e) {
            errors.add(e.getMessage());
            return null;
        }
        if (heard == null) {
            return null;
        }
        long micros = Math.max(0, (System.nanoTime() - heard.due()) / 1000);
        if (heard.answer()) {
            answered++;
            answer.recordValue(Math.min(micros, TimeUnit.MINUTES.toMicros(2)));
            if (pace == Pace.WHEN_THE_SERVER_ANSWERED && running) {
                visitorWrites(heard.number(), System.nanoTime());
            }
            return null;
        }
        delivered++;
        delivery.recordValue(Math.min(micros, TimeUnit.MINUTES.toMicros(2)));
        return heard;
    }

    private static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
    }
}
