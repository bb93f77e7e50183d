package dev.parley.web.portal;

import dev.parley.routing.DecisionView;
import dev.parley.routing.DecisionView.CandidateLine;
import dev.parley.routing.OfferView.Named;
import dev.parley.routing.Strategy;
import dev.parley.web.language.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decisions of routing as a person reads them, in the page's language. Codes that a later version writes are shown as they are. */
record DecisionWords(Words words) {
    /** Why nobody was asked, as a sentence. */
    String nobody(String code) {
        return switch (code) {
            case "manual" -> words.say("why.nobody.manual");
            case "nobody-available" -> words.say("why.nobody.nobodyAvailable");
            case "no-skill" -> words.say("why.nobody.noSkill");
            case "no-language" -> words.say("why.nobody.noLanguage");
            case "at-capacity" -> words.say("why.nobody.atCapacity");
            case "pause" -> words.say("why.nobody.pause");
            case "last-agent-first" -> words.say("why.nobody.lastAgentFirst");
            default -> code;
        };
    }

    /** The same in two or three words, for a list. */
    String nobodyShort(String code) {
        return switch (code) {
            case "manual" -> words.say("why.short.manual");
            case "nobody-available" -> words.say("why.short.nobodyAvailable");
            case "no-skill" -> words.say("why.short.noSkill");
            case "no-language" -> words.say("why.short.noLanguage");
            case "at-capacity" -> words.say("why.short.atCapacity");
            case "pause" -> words.say("why.short.pause");
            case "last-agent-first" -> words.say("why.short.lastAgentFirst");
            default -> code;
        };
    }

    /** That it went on to another department, and why, as a sentence. */
    String onward(String code, String department) {
        return switch (code) {
            case "overflow-closed" -> words.say("why.onward.closed", department);
            case "overflow-nobody" -> words.say("why.onward.nobody", department);
            case "overflow-waited" -> words.say("why.onward.waited", department);
            case "overflow-length" -> words.say("why.onward.length", department);
            case "overflow-expected" -> words.say("why.onward.expected", department);
            default -> code;
        };
    }

    /** Why an agent who was there was not asked. */
    String excluded(String code) {
        return switch (code) {
            case "no-skill" -> words.say("why.excluded.noSkill");
            case "no-language" -> words.say("why.excluded.noLanguage");
            case "at-capacity" -> words.say("why.excluded.atCapacity");
            case "had-it" -> words.say("why.excluded.hadIt");
            case "pause" -> words.say("why.excluded.pause");
            case "last-agent-first" -> words.say("why.excluded.lastAgentFirst");
            default -> code;
        };
    }

    /** Why a member of the department was not there. */
    String absent(String code) {
        return switch (code) {
            case "offline" -> words.say("why.absent.offline");
            case "away" -> words.say("why.absent.away");
            case "busy" -> words.say("why.absent.busy");
            case "no-connection" -> words.say("why.absent.noConnection");
            default -> code;
        };
    }

    /** How an offer ended; null: it stands. */
    String outcome(String code) {
        if (code == null) return words.say("why.outcome.stands");
        return switch (code) {
            case "accepted" -> words.say("why.outcome.accepted");
            case "declined" -> words.say("why.outcome.declined");
            case "missed" -> words.say("why.outcome.missed");
            case "withdrawn" -> words.say("why.outcome.withdrawn");
            case "taken" -> words.say("why.outcome.taken");
            default -> code;
        };
    }

    /** "Mia was asked: idle longest, for 3:10.", or why nobody was. */
    String sentence(DecisionView decision) {
        if (decision.onTo() != null) return onward(decision.reason(), name(decision.onTo()));
        if (decision.reason() != null) return nobody(decision.reason());
        String who = decision.candidates().stream()
                .filter(CandidateLine::chosen)
                .map(c -> name(c.agent()))
                .collect(Collectors.joining(", "));
        CandidateLine first = decision.candidates().stream()
                .filter(CandidateLine::chosen)
                .findFirst()
                .orElse(null);
        if (first == null) return decision.policy();
        boolean kept = decision.candidates().stream().anyMatch(c -> "last-agent-first".equals(c.excluded()));
        if (kept) return words.say("why.chose.lastAgent", who);
        return switch (Strategy.of(decision.policy())) {
            case LONGEST_IDLE -> words.say("why.chose.longestIdle", who, clock(first.idle()));
            case LEAST_LOADED ->
                words.say("why.chose.leastLoaded", who, first.inHand() + first.offered(), first.capacity());
            case ROUND_ROBIN -> words.say("why.chose.roundRobin", who);
            case RING_ALL -> words.say("why.chose.ringAll", who);
            case MANUAL -> words.say("why.chose.manual", who);
        };
    }

    /** What was asked for: "Asked for: billing 3, German"; empty for nothing. */
    String demand(DecisionView decision) {
        String asked = new TreeMap<>(decision.skills().levels())
                .entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
        if (decision.language() != null) {
            String language = Locale.forLanguageTag(decision.language()).getDisplayName(words.language());
            asked = asked.isEmpty() ? language : asked + ", " + language;
        }
        return asked.isEmpty() ? words.say("why.nothingAsked") : words.say("why.asked", asked);
    }

    String policy(String wire) {
        return words.say(RoutingForm.key(Strategy.of(wire)));
    }

    /** A colleague who was deleted since has no name any more. */
    String name(Named agent) {
        return agent == null ? words.say("why.gone") : agent.name();
    }

    /** 3:10, 1:02:33. */
    static String clock(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
