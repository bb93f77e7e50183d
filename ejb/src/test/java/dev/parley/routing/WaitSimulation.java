package dev.parley.routing;

import dev.parley.routing.WaitHistory.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A department's days in a model, and how often the range that was promised at arrival held. Nothing here knows how the range is made:
 * visitors come at random, more of them at some hours; conversations take lognormal times; agents need some seconds to accept, come and go
 * by the hour; some visitors lose patience. Run by {@code bench/run waits}, small in {@link WaitHistoryTest}.
 */
public final class WaitSimulation {
    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
    private static final int OPENS = 8;
    private static final int CLOSES = 18;
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    /**
     * What a department is like.
     *
     * @param places conversations that its agents hold at once, in an ordinary hour
     * @param minutes how long a conversation takes, in the mean
     * @param spread of the logarithm of that
     * @param load how much of the places is in use on an average day, 1 is all
     * @param patience minutes after which half of those who wait have left; 0 never
     * @param lunch what part of the places is left from 12 to 13
     */
    record Scene(String name, int places, double minutes, double spread, double load, double patience, double lunch) {}

    static final List<Scene> SCENES = List.of(
            new Scene("two agents, one each", 2, 8, 0.7, 0.9, 0, 1),
            new Scene("three agents, one each", 3, 6, 0.5, 0.95, 20, 1),
            new Scene("four agents, two each", 8, 10, 0.8, 0.95, 0, 1),
            new Scene("four agents, two each, half at lunch", 8, 10, 0.8, 0.85, 15, 0.5),
            new Scene("twelve agents, three each", 36, 12, 0.9, 0.97, 15, 0.75),
            new Scene("short and alike", 5, 3, 0.3, 0.95, 10, 0.8),
            new Scene("long and unlike", 6, 15, 1.1, 0.9, 20, 0.7));

    /** What came of it. @param busy those among them who found nobody free */
    record Outcome(
            Scene scene, int arrived, int promised, int held, int shorter, int busy, int busyHeld, double width) {
        double part() {
            return held / (double) promised;
        }

        double busyPart() {
            return busyHeld / (double) Math.max(1, busy);
        }
    }

    private static final class Person {
        final double came;
        final double leaves;
        final boolean free;
        final Optional<WaitRange> promise;
        boolean gone;
        boolean held;

        Person(double came, double leaves, boolean free, Optional<WaitRange> promise) {
            this.came = came;
            this.leaves = leaves;
            this.free = free;
            this.promise = promise;
        }
    }

    private record Event(double at, Runnable what) {}

    private final Scene scene;
    private final Random chance;
    private final PriorityQueue<Event> events = new PriorityQueue<>((a, b) -> Double.compare(a.at(), b.at()));
    private final Deque<Person> queue = new ArrayDeque<>();
    private final Deque<Stay> stays = new ArrayDeque<>();
    private double now;
    private int busy;
    private int arrived;
    private int promised;
    private int held;
    private int shorter;
    private int promisedBusy;
    private int heldBusy;
    private double widths;

    private WaitSimulation(Scene scene, long seed) {
        this.scene = scene;
        this.chance = new Random(seed);
    }

    /** @param days the first three are there to learn from */
    static Outcome run(Scene scene, long seed, int days) {
        var simulation = new WaitSimulation(scene, seed);
        for (int day = 0; day < days; day++) simulation.day(day);
        return new Outcome(
                scene,
                simulation.arrived,
                simulation.promised,
                simulation.held,
                simulation.shorter,
                simulation.promisedBusy,
                simulation.heldBusy,
                simulation.widths / Math.max(1, simulation.promised));
    }

    private void day(int day) {
        double end = day * (double) DAY + CLOSES * HOUR;
        // days differ: some are quiet
        double mood = 0.75 + chance.nextDouble() * 0.4;
        double at = day * (double) DAY + OPENS * HOUR;
        double perSecond = scene.places() * scene.load() * mood / (scene.minutes() * 60);
        for (int hour = OPENS; hour < CLOSES; hour++)
            events.add(new Event(day * (double) DAY + hour * HOUR, this::serve));
        while (true) {
            at += -Math.log(1 - chance.nextDouble()) / (perSecond * 1.3);
            if (at > end) break;
            // more before noon and after lunch
            if (chance.nextDouble() * 1.3 > rush(at)) continue;
            boolean counts = day >= 3;
            events.add(new Event(at, () -> arrive(counts)));
        }
        while (!events.isEmpty()) {
            Event next = events.poll();
            now = next.at();
            next.what().run();
        }
    }

    private static double rush(double at) {
        double hour = at % DAY / HOUR;
        return 1 + 0.3 * Math.sin((hour - OPENS) * Math.PI / 2.5);
    }

    /** Agents end their conversations, and begin none beyond their number. */
    private int places() {
        double hour = now % DAY / HOUR;
        return hour >= 12 && hour < 13 ? (int) Math.max(1, scene.places() * scene.lunch()) : scene.places();
    }

    private long heldOut() {
        return queue.stream().filter(person -> person.held).count();
    }

    private void arrive(boolean counts) {
        int place = queue.size() + 1;
        // those who are held out to somebody have a place already
        int free = Math.max(0, places() - busy);
        var history = new WaitHistory(new ArrayList<>(stays));
        Instant head = queue.isEmpty() ? at(now) : at(queue.peekFirst().came);
        Optional<WaitRange> promise = counts ? history.expect(place, free, head, at(now)) : Optional.empty();
        if (counts) arrived++;
        double leaves = scene.patience() == 0
                ? Double.MAX_VALUE
                : now - Math.log(1 - chance.nextDouble()) / Math.log(2) * scene.patience() * 60;
        var person = new Person(now, leaves, place <= free, promise);
        queue.addLast(person);
        if (leaves < Double.MAX_VALUE) events.add(new Event(leaves, () -> lose(person)));
        serve();
    }

    private void lose(Person person) {
        if (person.gone || person.held) return;
        person.gone = true;
        queue.remove(person);
        serve();
    }

    /** Whoever is next is held out to somebody who has room, and is taken some seconds later. */
    private void serve() {
        for (Person person : queue) {
            if (busy + heldOut() >= places()) return;
            if (person.held) continue;
            person.held = true;
            events.add(new Event(now + lognormal(8, 0.6), () -> take(person)));
        }
    }

    private void take(Person person) {
        queue.remove(person);
        person.gone = true;
        stays.addFirst(new Stay(at(person.came), person.free, at(now)));
        while (stays.size() > WaitHistory.MOST) stays.removeLast();
        busy++;
        judge(person);
        events.add(new Event(now + lognormal(scene.minutes() * 60, scene.spread()), () -> {
            busy--;
            serve();
        }));
    }

    private void judge(Person person) {
        if (person.promise.isEmpty()) return;
        Duration waited = Duration.between(at(person.came), at(now));
        WaitRange range = person.promise.get();
        // as it is shown: in whole seconds, rather too wide
        boolean early = waited.compareTo(Duration.ofSeconds(range.low().toSeconds())) < 0;
        boolean late = waited.compareTo(range.high().plusMillis(999)) > 0;
        promised++;
        widths += range.high().minus(range.low()).toMillis() / 60_000.0;
        if (early) shorter++;
        if (!early && !late) held++;
        if (person.free) return;
        promisedBusy++;
        if (!early && !late) heldBusy++;
    }

    private double lognormal(double mean, double spread) {
        return Math.exp(Math.log(mean) - spread * spread / 2 + spread * chance.nextGaussian());
    }

    private static Instant at(double seconds) {
        return MONDAY.plusMillis(Math.round(seconds * 1000));
    }

    /** A Markdown table of all scenes: {@code --seed N --days N}. */
    public static void main(String... arguments) {
        long seed = number(arguments, "--seed", 20261128);
        int days = (int) number(arguments, "--days", 40);
        System.out.printf(
                Locale.ROOT,
                "seed %d, %d days a scene, the first 3 to learn from; a range is meant to hold for %d %%%n%n",
                seed,
                days,
                WaitRange.PERCENT);
        System.out.println(
                "| scene | answered with a promise | held | shorter | longer | held where nobody was free | mean width |");
        System.out.println("|---|---|---|---|---|---|---|");
        int all = 0;
        int held = 0;
        for (Scene scene : SCENES) {
            Outcome o = run(scene, seed, days);
            all += o.promised();
            held += o.held();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.1f %% | %.1f %% | %.1f %% | %.1f %% of %,d | %.1f min |%n",
                    scene.name(),
                    o.promised(),
                    100 * o.part(),
                    100.0 * o.shorter() / o.promised(),
                    100.0 * (o.promised() - o.held() - o.shorter()) / o.promised(),
                    100 * o.busyPart(),
                    o.busy(),
                    o.width());
        }
        System.out.printf(Locale.ROOT, "| all | %,d | %.1f %% | | | | |%n", all, 100.0 * held / all);
    }

    private static long number(String[] arguments, String name, long standard) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) return Long.parseLong(arguments[i + 1]);
        }
        return standard;
    }
}
