package dev.parley.routing.replay;

import dev.parley.agent.AgentModel;
import dev.parley.routing.Abilities;
import dev.parley.routing.OfferOutcome;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.SkillSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known of a company's past day as far as routing goes by it. Companies, departments, agents and conversations by key.
 *
 * @param from its first moment
 * @param to the first moment after it
 * @param chats what waited or was open at some time of it
 * @param people who answer
 * @param rules by department, at the beginning; without one the standard
 * @param members by department
 * @param turns the number of each agent's last turn, by department and agent, at the beginning
 * @param lastAgents by visitor: who had that visitor last before the day
 * @param happenings what happened by itself and would have happened under any policy, in order
 * @param offers in the order in which they were made; those too that were made before it and matter
 * @param setAway when agents were set away for not answering
 */
public record RecordedDay(
        Instant from,
        Instant to,
        List<Chat> chats,
        List<Person> people,
        Map<Long, RoutingRules> rules,
        Map<Long, Set<Long>> members,
        Map<Long, Map<Long, Long>> turns,
        Map<String, Long> lastAgents,
        List<Happening> happenings,
        List<Offered> offers,
        List<SetAway> setAway) {
    public RecordedDay {
        chats = List.copyOf(chats);
        people = List.copyOf(people);
        happenings = List.copyOf(happenings);
        offers = List.copyOf(offers);
        setAway = List.copyOf(setAway);
    }

    /**
     * A conversation.
     *
     * @param visitor public id
     * @param skills what it requires
     * @param language in which it is held, or null
     * @param stays one for each time that it came to wait anew, in order; the first may have begun before the day
     */
    public record Chat(long id, String visitor, SkillSet skills, String language, List<Stay> stays) {
        public Chat {
            stays = List.copyOf(stays);
        }
    }

    /**
     * From coming to wait until it was closed.
     *
     * @param since when it came
     * @param department in which it waited then, or at the beginning of the day if it came before
     * @param priority likewise
     * @param owner who had it at the beginning of the day, or null
     * @param holds who had it how long, in order; the first is the owner's if there is one
     * @param takes who got it in fact and when, those before the day left out
     * @param due until when somebody had to answer, or null where nothing was promised
     * @param gone when it ended while it waited, or null
     */
    public record Stay(
            Instant since,
            long department,
            int priority,
            Long owner,
            List<Hold> holds,
            List<Take> takes,
            Instant due,
            Instant gone) {
        public Stay {
            holds = List.copyOf(holds);
            takes = List.copyOf(takes);
        }
    }

    /** That an agent got a conversation. @param stay the how manieth of the conversation, from 0 */
    public record Take(long chat, int stay, long agent, Instant at) {}

    /**
     * How long an agent had it, and how that ended.
     *
     * @param until null where it lasted beyond the day; then nothing is known of its length either
     * @param length from the beginning of the day if it began before
     * @param to the department or agent that it went to, else null
     */
    public record Hold(long agent, Instant until, Duration length, Ending ending, Long to) {}

    /** How holding a conversation ended. */
    public enum Ending {
        CLOSED,
        /** The agent gave it back. */
        RETURNED,
        /** The agent's connection was lost. */
        LOST,
        TO_DEPARTMENT,
        TO_AGENT,
        /** It lasted beyond the day. */
        LASTED
    }

    /**
     * Somebody who answers, as at the beginning of the day.
     *
     * @param model a new one for each replay
     */
    public record Person(long id, Abilities abilities, java.util.function.Supplier<AgentModel> model) {}

    /**
     * A conversation held out to an agent.
     *
     * @param ended null where it stood beyond the day
     * @param outcome likewise
     */
    public record Offered(long chat, long agent, Instant at, Instant expires, Instant ended, OfferOutcome outcome) {
        Duration lasted() {
            return Duration.between(at, ended);
        }
    }

    /** @param away how long, or null where the agent did not come back that day */
    public record SetAway(long agent, Instant at, Duration away) {}
}
