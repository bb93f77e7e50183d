package dev.parley.routing;

import dev.parley.agent.AgentModel;
import dev.parley.agent.Presence;
import dev.parley.routing.persistence.DayBefore;
import dev.parley.routing.persistence.DayBook;
import dev.parley.routing.persistence.DayBook.EntryRow;
import dev.parley.routing.persistence.DayBook.PresenceRow;
import dev.parley.routing.persistence.DayBook.ReachRow;
import dev.parley.routing.persistence.DayBook.RulesRow;
import dev.parley.routing.persistence.Workload;
import dev.parley.routing.persistence.Workload.Load;
import dev.parley.routing.replay.Chronicle;
import dev.parley.routing.replay.Chronicle.Entry;
import dev.parley.routing.replay.Chronicle.Opening;
import dev.parley.routing.replay.Happening;
import dev.parley.routing.replay.RecordedDay;
import dev.parley.routing.replay.RecordedDay.Chat;
import dev.parley.routing.replay.RecordedDay.Ending;
import dev.parley.routing.replay.RecordedDay.Hold;
import dev.parley.routing.replay.RecordedDay.Offered;
import dev.parley.routing.replay.RecordedDay.Person;
import dev.parley.routing.replay.RecordedDay.SetAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts a company's past day together from the logs, in the caller's transaction. */
@ApplicationScoped
class RecordedDays {
    private static final String CAPACITY = "capacity";
    private static final String CONNECTED = "connected";
    private static final String LOST = "lost";
    private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    @Inject
    DayBook book;

    @Inject
    DayBefore before;

    @Inject
    Workload work;

    /** How many things happened, counted no further than a little beyond {@code most}. */
    public long events(long companyId, Instant from, Instant to, int most) {
        return book.events(companyId, from, to, most);
    }

    /** Whether there is a record of the connections of each member of the department who was ever available on the day, or before it. */
    public boolean connectionsKnown(long companyId, RecordedDay day, long department) {
        Set<Long> known = book.connected(companyId, day.to());
        return day.people().stream()
                .filter(person ->
                        day.members().getOrDefault(department, Set.of()).contains(person.id()))
                .filter(person -> wasAvailable(person, day))
                .allMatch(person -> known.contains(person.id()));
    }

    private static boolean wasAvailable(Person person, RecordedDay day) {
        return person.model().get().state().status() == Presence.AVAILABLE
                || day.happenings().stream()
                        .anyMatch(one -> one instanceof Happening.PresenceSet set
                                && set.agent() == person.id()
                                && set.status() == Presence.AVAILABLE);
    }

    /** The day from its first moment to the first after it. */
    public RecordedDay read(long companyId, Instant from, Instant to) {
        List<Offered> offers = book.offers(companyId, from, to);
        List<Happening> happenings = new ArrayList<>();
        List<Chat> chats = chats(companyId, from, to, offers, happenings);
        List<PresenceRow> presences = book.presences(companyId, from, to, AgentModel.NOT_ANSWERING);
        List<ReachRow> reaches = book.reaches(companyId, from, to);
        Map<Long, Set<Long>> members = before.members(companyId);
        List<Person> people = people(companyId, from, reaches, everybody(chats, offers, members, presences, reaches));

        presences.stream().filter(row -> !row.byDesk()).map(RecordedDays::set).forEach(happenings::add);
        reaches.stream().map(RecordedDays::happened).forEach(happenings::add);
        book.rules(companyId, from, to).stream()
                .map(row -> new Happening.RulesSet(row.at(), row.department(), row.rules()))
                .forEach(happenings::add);
        happenings.addAll(unrecordedLosses(chats, reaches));
        happenings.sort(Comparator.comparing(Happening::at));
        return new RecordedDay(
                from,
                to,
                chats,
                people,
                book.rulesBefore(companyId, from).stream()
                        .collect(Collectors.toMap(RulesRow::department, RulesRow::rules)),
                members,
                before.turns(companyId, from),
                before.lastAgents(companyId, from, to),
                happenings,
                offers,
                setAway(presences));
    }

    private List<Chat> chats(
            long companyId, Instant from, Instant to, List<Offered> offers, List<Happening> happenings) {
        Map<Long, List<Entry>> entries = book.entries(companyId, from, to, OfferReturns.CONNECTION_LOST).stream()
                .collect(
                        Collectors.groupingBy(EntryRow::key, Collectors.mapping(EntryRow::entry, Collectors.toList())));
        Map<Long, List<Offered>> offered = offers.stream().collect(Collectors.groupingBy(Offered::chat));
        List<Chat> chats = new ArrayList<>();
        for (Opening opening : book.openings(companyId, from, to)) {
            var read = Chronicle.read(
                    from,
                    opening,
                    entries.getOrDefault(opening.chat(), List.of()),
                    offered.getOrDefault(opening.chat(), List.of()));
            if (read.chat().stays().isEmpty()) continue;
            chats.add(read.chat());
            happenings.addAll(read.happenings());
        }
        return chats;
    }

    private static Set<Long> everybody(
            List<Chat> chats,
            List<Offered> offers,
            Map<Long, Set<Long>> members,
            List<PresenceRow> presences,
            List<ReachRow> reaches) {
        Set<Long> all = new TreeSet<>();
        members.values().forEach(all::addAll);
        chats.stream().flatMap(chat -> chat.stays().stream()).forEach(stay -> {
            stay.holds().forEach(hold -> all.add(hold.agent()));
            stay.holds().stream()
                    .filter(hold -> hold.ending() == Ending.TO_AGENT)
                    .forEach(hold -> all.add(hold.to()));
            stay.takes().forEach(take -> all.add(take.agent()));
        });
        offers.forEach(offer -> all.add(offer.agent()));
        presences.forEach(row -> all.add(row.agent()));
        reaches.forEach(row -> all.add(row.agent()));
        return all;
    }

    private List<Person> people(long companyId, Instant from, List<ReachRow> reaches, Set<Long> keys) {
        Map<Long, Load> loads = work.of(keys);
        Map<Long, PresenceRow> presences = book.presencesBefore(companyId, from, AgentModel.NOT_ANSWERING).stream()
                .collect(Collectors.toMap(PresenceRow::agent, row -> row));
        Map<Long, Instant> idle = before.idleSince(companyId, from);
        Map<Long, Integer> missed = before.missed(companyId, from);
        Map<Long, Integer> capacities = new HashMap<>();
        Map<Long, Boolean> live = new HashMap<>();
        // who was connected first at some time of the day was not before; of whom nothing is known was always
        for (ReachRow row : reaches)
            if (!row.kind().equals(CAPACITY))
                live.putIfAbsent(row.agent(), !row.kind().equals(CONNECTED));
        for (ReachRow row : book.reachesBefore(companyId, from)) {
            if (row.kind().equals(CAPACITY)) capacities.put(row.agent(), row.capacity());
            else live.put(row.agent(), row.kind().equals(CONNECTED));
        }
        return keys.stream()
                .map(key -> {
                    PresenceRow presence = presences.get(key);
                    Presence status = presence == null ? Presence.OFFLINE : presence.status();
                    Instant since = idle.getOrDefault(key, Instant.EPOCH);
                    boolean later =
                            status == Presence.AVAILABLE && presence.at().isAfter(since);
                    Instant idleSince = later ? presence.at() : since;
                    boolean reached = live.getOrDefault(key, true);
                    int capacity = capacities.getOrDefault(key, AgentModel.DEFAULT_CAPACITY);
                    int inARow = missed.getOrDefault(key, 0);
                    return new Person(
                            key,
                            loads.getOrDefault(key, Load.NONE).abilities(),
                            () -> new AgentModel(key, status, reached, capacity, idleSince, inARow));
                })
                .toList();
    }

    private static Happening set(PresenceRow row) {
        return new Happening.PresenceSet(row.at(), row.agent(), row.status(), row.reason());
    }

    private static Happening happened(ReachRow row) {
        return switch (row.kind()) {
            case CAPACITY -> new Happening.CapacitySet(row.at(), row.agent(), row.capacity());
            case LOST -> new Happening.Lost(row.at(), row.agent());
            default -> new Happening.Connected(row.at(), row.agent(), row.kind().equals(CONNECTED));
        };
    }

    /** Days from before connections were kept tell of a lost one by what it gave back. */
    private static List<Happening> unrecordedLosses(List<Chat> chats, List<ReachRow> reaches) {
        return chats.stream()
                .flatMap(chat -> chat.stays().stream())
                .flatMap(stay -> stay.holds().stream())
                .filter(hold -> hold.ending() == Ending.LOST)
                .filter(hold -> reaches.stream().noneMatch(row -> isThatLoss(row, hold)))
                .<Happening>map(hold -> new Happening.Lost(hold.until(), hold.agent()))
                .distinct()
                .toList();
    }

    private static boolean isThatLoss(ReachRow row, Hold hold) {
        return row.kind().equals(LOST)
                && row.agent() == hold.agent()
                && Duration.between(row.at(), hold.until()).abs().compareTo(SAME_MOMENT) <= 0;
    }

    private static List<SetAway> setAway(List<PresenceRow> presences) {
        List<SetAway> found = new ArrayList<>();
        for (int i = 0; i < presences.size(); i++) {
            PresenceRow row = presences.get(i);
            if (!row.byDesk()) continue;
            Duration away = presences.subList(i + 1, presences.size()).stream()
                    .filter(next -> next.agent() == row.agent() && next.status() == Presence.AVAILABLE)
                    .findFirst()
                    .map(next -> Duration.between(row.at(), next.at()))
                    .orElse(null);
            found.add(new SetAway(row.agent(), row.at(), away));
        }
        return found;
    }
}
