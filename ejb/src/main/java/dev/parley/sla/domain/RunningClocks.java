package dev.parley.sla.domain;

import dev.parley.sla.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which clocks run in a conversation: a fold over what happens in it, in its order. From the opening the first response's runs and the
 * resolution's; an agent's words end that of a response, the visitor's next words begin the next one's; the end ends all, and whoever
 * writes into what has ended begins anew. What a visitor adds before somebody answers moves nothing: the clock runs since the first of it.
 */
public final class RunningClocks {
    /** What can happen to clocks. */
    public enum Happening {
        /** The visitor wrote. */
        ASKED,
        /** An agent wrote. */
        ANSWERED,
        CLOSED,
        REOPENED
    }

    /** @param endedAt null while it runs */
    public record Clock(Measure measure, Instant begunAt, Instant endedAt) {
        private Clock end(Instant at) {
            return new Clock(measure, begunAt, at);
        }
    }

    private boolean answered;
    private Clock response;
    private Clock resolution;
    private final List<Clock> ended = new ArrayList<>();

    /** @param answered whether an agent has written already @param running at most one of a response, and one of the resolution */
    public RunningClocks(boolean answered, List<Clock> running) {
        this.answered = answered;
        for (Clock clock : running) {
            if (clock.measure() == Measure.RESOLUTION) resolution = clock;
            else response = clock;
        }
    }

    /** Of a conversation of which nothing is known but its opening. */
    public static RunningClocks opened(Instant at) {
        return new RunningClocks(
                false, List.of(new Clock(Measure.FIRST_RESPONSE, at, null), new Clock(Measure.RESOLUTION, at, null)));
    }

    /** The next thing that happened. */
    public void hear(Happening what, Instant at) {
        switch (what) {
            case ASKED -> asked(at);
            case ANSWERED -> {
                answered = true;
                endResponse(at);
            }
            case CLOSED -> {
                endResponse(at);
                if (resolution != null) ended.add(resolution.end(at));
                resolution = null;
            }
            case REOPENED -> resolve(at);
        }
    }

    private void asked(Instant at) {
        resolve(at);
        if (response == null) response = new Clock(answered ? Measure.NEXT_RESPONSE : Measure.FIRST_RESPONSE, at, null);
    }

    private void resolve(Instant at) {
        if (resolution == null) resolution = new Clock(Measure.RESOLUTION, at, null);
    }

    private void endResponse(Instant at) {
        if (response != null) ended.add(response.end(at));
        response = null;
    }

    /** Whether an agent has written. */
    public boolean answered() {
        return answered;
    }

    public List<Clock> running() {
        return Stream.of(response, resolution).filter(clock -> clock != null).toList();
    }

    /** Those that ended since it was made, in their order. */
    public List<Clock> ended() {
        return List.copyOf(ended);
    }
}
