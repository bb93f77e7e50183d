package dev.parley.routing;

import dev.parley.routing.Decision.Considered;
import dev.parley.routing.Decision.Exclusion;
import dev.parley.shared.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A decision's candidates as they stand in its record, with every figure that the policies go by: enough to decide anew under another one.
 * What an agent can is not in it, only whether it was enough.
 *
 * @param considered at most 100, those whose turn it was first
 * @param chosen keys of those who were asked
 * @param absent at most 50
 * @param omitted how many candidates more there were
 */
public record DecisionDetail(List<Considered> considered, Set<Long> chosen, List<Absence> absent, int omitted) {
    static final int MOST = 100;
    /** So many of those who were not there are written down. */
    public static final int MOST_ABSENT = 50;

    public DecisionDetail {
        considered = List.copyOf(considered);
        chosen = Set.copyOf(chosen);
        absent = List.copyOf(absent);
    }

    /** Of a decision. */
    public static DecisionDetail of(Decision decision, List<Absence> absent) {
        List<Considered> all = decision.considered();
        List<Considered> kept = all.subList(0, Math.min(MOST, all.size()));
        return new DecisionDetail(kept, Set.copyOf(decision.chosen()), absent, all.size() - kept.size());
    }

    /** Keys are short: there are many rows. */
    public String json() {
        JsonArrayBuilder candidates = Json.createArrayBuilder();
        for (Considered one : considered) candidates.add(json(one));
        JsonArrayBuilder away = Json.createArrayBuilder();
        for (Absence one : absent) {
            away.add(Json.createObjectBuilder().add("a", one.accountId()).add("x", one.reason()));
        }
        return Json.createObjectBuilder()
                .add("c", candidates)
                .add("n", away)
                .add("m", omitted)
                .build()
                .toString();
    }

    private JsonObjectBuilder json(Considered one) {
        Candidate candidate = one.candidate();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("a", candidate.accountId())
                .add("c", candidate.capacity())
                .add("h", candidate.inHand())
                .add("o", candidate.offered())
                .add("i", candidate.idleSince().toString())
                .add("f", candidate.refusals())
                .add("t", candidate.lastTurn())
                .add("s", one.score())
                .add("r", one.rank());
        if (candidate.lastRefusal() != null)
            json.add("l", candidate.lastRefusal().toString());
        if (one.exclusion() != null) json.add("x", one.exclusion().wire());
        if (chosen.contains(candidate.accountId())) json.add("k", true);
        return json;
    }

    /** What {@link #json()} wrote. */
    public static DecisionDetail parse(String json) {
        JsonObject read;
        try (var reader = Json.createReader(new StringReader(json))) {
            read = reader.readObject();
        }
        List<JsonObject> candidates = read.getJsonArray("c").getValuesAs(JsonObject.class);
        return new DecisionDetail(
                candidates.stream().map(DecisionDetail::considered).toList(),
                candidates.stream()
                        .filter(one -> one.getBoolean("k", false))
                        .map(one -> one.getJsonNumber("a").longValue())
                        .collect(Collectors.toSet()),
                read.getJsonArray("n").getValuesAs(JsonObject.class).stream()
                        .map(one -> new Absence(one.getJsonNumber("a").longValue(), one.getString("x")))
                        .toList(),
                read.getInt("m"));
    }

    private static Considered considered(JsonObject one) {
        var candidate = new Candidate(
                one.getJsonNumber("a").longValue(),
                one.getInt("c"),
                one.getInt("h"),
                one.getInt("o"),
                Instant.parse(one.getString("i")),
                one.getInt("f"),
                one.containsKey("l") ? Instant.parse(one.getString("l")) : null,
                one.getJsonNumber("t").longValue(),
                Abilities.NONE);
        return new Considered(
                candidate,
                one.getJsonNumber("s").longValue(),
                one.getInt("r"),
                one.containsKey("x") ? Exclusion.of(one.getString("x")) : null);
    }
}
