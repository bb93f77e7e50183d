package dev.parley.bench.routing;

import dev.parley.bench.client.Loop;
import dev.parley.bench.routing.StormCompany.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * All clients of a run and the weather: arrivals come in waves, so that the queues are empty at times and long at times. Every choice comes
 * from one seed; when it is made depends on the machine.
 */
final class Storm implements AutoCloseable {
    private static final int WAVE_MILLIS = 15_000;

    private final Loop loop = new Loop();
    private final Nodes nodes;
    private final StormCompany company;
    private final Hearing hearing = new Hearing();
    private final Tally tally = new Tally();
    private final Random chance;
    private final double arrivals;
    private final List<StormAgent> agents = new ArrayList<>();
    private final List<StormVisitor> visitors = new ArrayList<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private volatile boolean over;
    private double wave = 0.5;

    /** @param arrivals so many visitors come in a second, on the whole */
    Storm(Nodes nodes, StormCompany company, int places, double arrivals, Random chance) {
        this.nodes = nodes;
        this.company = company;
        this.arrivals = arrivals;
        this.chance = chance;
        company.agents().forEach(staff -> agents.add(new StormAgent(this, staff, new Random(chance.nextLong()))));
        for (int i = 0; i < places; i++) {
            visitors.add(new StormVisitor(this, "v" + i, new Random(chance.nextLong())));
        }
    }

    void begin() {
        StormAdministrator administrator = new StormAdministrator(this, company, new Random(chance.nextLong()));
        loop.run(() -> {
            agents.forEach(agent -> loop.after(chance.nextInt(3_000), agent::begin));
            administrator.begin();
            loop.after(2_000, this::arrive);
            turn();
        });
    }

    /** Another wave. */
    private void turn() {
        if (!over) {
            wave = 0.3 + 1.4 * chance.nextDouble();
            loop.after(WAVE_MILLIS, this::turn);
        }
    }

    private void arrive() {
        if (over) {
            return;
        }
        List<StormVisitor> idle =
                visitors.stream().filter(visitor -> !visitor.busy()).toList();
        if (!idle.isEmpty()) {
            idle.get(chance.nextInt(idle.size())).come();
        }
        double pause = -Math.log(1 - chance.nextDouble()) / (arrivals * wave);
        loop.after(Math.round(pause * 1000), this::arrive);
    }

    /** Nobody does anything new; what is under way is left as it is. */
    void end() {
        over = true;
        loop.ask(() -> {
            agents.forEach(StormAgent::end);
            visitors.forEach(StormVisitor::end);
            return null;
        });
    }

    boolean over() {
        return over;
    }

    Loop loop() {
        return loop;
    }

    Nodes nodes() {
        return nodes;
    }

    Hearing hearing() {
        return hearing;
    }

    Tally tally() {
        return tally;
    }

    /** Does it after a while between these, in milliseconds, if the storm is not over by then. */
    void after(Random chance, int least, int most, Runnable task) {
        loop.after(least + chance.nextInt(most - least), () -> {
            if (!over) {
                task.run();
            }
        });
    }

    String anyDepartment(Random chance) {
        return company.departments()
                .get(chance.nextInt(company.departments().size()))
                .id();
    }

    String anyAgent(Random chance) {
        return company.agents().get(chance.nextInt(company.agents().size())).id();
    }

    /** Where a visitor goes, the same whenever it is asked: few go where agents pick by hand. */
    String departmentFor(String visitor, int turn) {
        int number = Math.floorMod((visitor + "/" + turn).hashCode() * 31, 100);
        List<Place> places = company.departments();
        return places.get(number < 95 ? number % (places.size() - 1) : places.size() - 1)
                .id();
    }

    boolean pickedByHand(String department) {
        return company.departments().stream()
                .anyMatch(place -> place.manual() && place.id().equals(department));
    }

    void waits(String conversation) {
        waiting.add(conversation);
    }

    void waitsNoMore(String conversation) {
        waiting.remove(conversation);
    }

    /** A conversation that waited a moment ago. */
    Optional<String> somebodyWaiting(Random chance) {
        return waiting.isEmpty()
                ? Optional.empty()
                : waiting.stream().skip(chance.nextInt(waiting.size())).findFirst();
    }

    @Override
    public void close() {
        if (!over) {
            end();
        }
        loop.close();
    }
}
