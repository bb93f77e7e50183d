package dev.parley.routing.replay;

import dev.parley.conversation.Priority;
import dev.parley.routing.OfferOutcome;
import dev.parley.routing.SkillSet;
import dev.parley.routing.replay.Happening.Arrived;
import dev.parley.routing.replay.Happening.Gone;
import dev.parley.routing.replay.Happening.HandedTo;
import dev.parley.routing.replay.Happening.Moved;
import dev.parley.routing.replay.Happening.Picked;
import dev.parley.routing.replay.Happening.Prioritised;
import dev.parley.routing.replay.RecordedDay.Chat;
import dev.parley.routing.replay.RecordedDay.Ending;
import dev.parley.routing.replay.RecordedDay.Hold;
import dev.parley.routing.replay.RecordedDay.Offered;
import dev.parley.routing.replay.RecordedDay.Stay;
import dev.parley.routing.replay.RecordedDay.Take;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads from the log of one conversation what it was like on a day: when it came to wait, who had it how long, what befell it meanwhile. */
public final class Chronicle {
    /** An acceptance is in the log of the conversation a little later than in the offer, by another reading of the clock. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(10);

    /**
     * A conversation as it began.
     *
     * @param department in which it began to wait
     * @param priority it has by now; it begins as normal where the log says that it was changed
     * @param due until when somebody had to answer first, or null
     */
    public record Opening(
            long chat,
            String visitor,
            SkillSet skills,
            String language,
            Instant at,
            long department,
            int priority,
            Instant due) {}

    /**
     * An entry of its log.
     *
     * @param waits whether it waits after it
     * @param agent whom it is about, or null
     * @param byDesk whether nobody did it
     * @param lost whether it was given back since a connection was lost
     */
    public record Entry(
            Instant at,
            String type,
            boolean waits,
            Long agent,
            long department,
            boolean byDesk,
            boolean lost,
            String reason) {}

    private final Instant from;
    private final Opening opening;
    private final List<Offered> accepted;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();

    private boolean ended;
    private boolean crossed;
    private Instant since;
    private long department;
    private int priority;
    private Long owner;
    private Instant takenAt;
    private Instant due;
    private long departmentThen;
    private int priorityThen;
    private Long ownerThen;
    private List<Hold> holds = new ArrayList<>();
    private List<Take> takes = new ArrayList<>();

    private Chronicle(Instant from, Opening opening, List<Offered> offers) {
        this.from = from;
        this.opening = opening;
        accepted = new ArrayList<>(offers.stream()
                .filter(offer -> offer.outcome() == OfferOutcome.ACCEPTED)
                .toList());
    }

    /** A conversation's day, and what happened to it by itself. */
    public record Read(Chat chat, List<Happening> happenings) {}

    /**
     * Reads one.
     *
     * @param from the first moment of the day
     * @param entries those before the end of the day, in order
     * @param offers of this conversation
     */
    public static Read read(Instant from, Opening opening, List<Entry> entries, List<Offered> offers) {
        var chronicle = new Chronicle(from, opening, offers);
        boolean changed = entries.stream().anyMatch(entry -> entry.type().equals("prioritised"));
        chronicle.priority = changed ? Priority.NORMAL.level() : opening.priority();
        chronicle.department = opening.department();
        chronicle.due = opening.due();
        chronicle.arrive(opening.at());
        entries.forEach(chronicle::take);
        chronicle.end();
        var chat = new Chat(opening.chat(), opening.visitor(), opening.skills(), opening.language(), chronicle.stays);
        return new Read(chat, chronicle.happenings);
    }

    private void arrive(Instant at) {
        if (!at.isBefore(from)) cross();
        since = at;
        ended = false;
        owner = null;
        departmentThen = department;
        priorityThen = priority;
        ownerThen = null;
        if (crossed) happenings.add(new Arrived(at, opening.chat(), stays.size()));
    }

    /** The day begins. */
    private void cross() {
        if (crossed) return;
        crossed = true;
        departmentThen = department;
        priorityThen = priority;
        ownerThen = owner;
    }

    private void take(Entry entry) {
        if (!entry.at().isBefore(from)) cross();
        switch (entry.type()) {
            case "joined" -> {
                // into one that is open comes a guest
                if (owner == null && !ended) joined(entry);
            }
            case "requeued" -> release(entry, entry.lost() ? Ending.LOST : Ending.RETURNED, null);
            case "transferred" -> transferred(entry);
            case "closed" -> closed(entry);
            case "reopened" -> {
                due = null;
                department = entry.department();
                arrive(entry.at());
            }
            case "prioritised" -> {
                priority = Priority.of(entry.reason()).level();
                if (crossed) happenings.add(new Prioritised(entry.at(), opening.chat(), priority));
            }
            default -> {
                // says nothing of who has it
            }
        }
    }

    private void joined(Entry entry) {
        boolean offered = accepted.removeIf(offer -> offer.agent() == entry.agent()
                && !offer.ended().isAfter(entry.at())
                && Duration.between(offer.ended(), entry.at()).compareTo(SAME_MOMENT) <= 0);
        if (!offered && crossed) happenings.add(new Picked(entry.at(), opening.chat(), stays.size(), entry.agent()));
        give(entry);
    }

    private void give(Entry entry) {
        owner = entry.agent();
        takenAt = entry.at();
        if (crossed) takes.add(new Take(opening.chat(), stays.size(), owner, entry.at()));
    }

    private void release(Entry entry, Ending ending, Long to) {
        if (owner == null) return;
        if (crossed) holds.add(new Hold(owner, entry.at(), Duration.between(begun(), entry.at()), ending, to));
        owner = null;
    }

    private Instant begun() {
        return takenAt.isBefore(from) ? from : takenAt;
    }

    private void transferred(Entry entry) {
        if (entry.waits()) {
            if (owner != null) release(entry, Ending.TO_DEPARTMENT, entry.department());
            else if (crossed) {
                happenings.add(new Moved(entry.at(), opening.chat(), stays.size(), entry.department(), entry.byDesk()));
            }
            department = entry.department();
            return;
        }
        if (owner != null) release(entry, Ending.TO_AGENT, entry.agent());
        else if (crossed) happenings.add(new HandedTo(entry.at(), opening.chat(), stays.size(), entry.agent()));
        give(entry);
    }

    private void closed(Entry entry) {
        boolean waited = owner == null;
        release(entry, Ending.CLOSED, null);
        if (crossed && waited) happenings.add(new Gone(entry.at(), opening.chat(), stays.size()));
        leave(waited ? entry.at() : null);
    }

    private void end() {
        cross();
        if (ended) return;
        if (owner != null) holds.add(new Hold(owner, null, Duration.ZERO, Ending.LASTED, null));
        leave(null);
    }

    private void leave(Instant gone) {
        if (crossed) stays.add(new Stay(since, departmentThen, priorityThen, ownerThen, holds, takes, due, gone));
        holds = new ArrayList<>();
        takes = new ArrayList<>();
        ended = true;
    }
}
