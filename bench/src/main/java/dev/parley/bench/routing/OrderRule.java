package dev.parley.bench.routing;

import dev.parley.bench.routing.Commit.Change;
import dev.parley.bench.routing.Commit.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An agent is not offered a conversation while one that comes before it waits unasked and could have been offered to that agent just as well.
 * The one that was passed over must have stood so for a while before the transaction that made the offer began: a commit is seen by others
 * only when it is on the disk, a little after the moment that the database keeps for it. What is passed over within that while is counted.
 */
final class OrderRule extends Rule {
    static final long SLACK = 200_000;

    private final boolean samePriority;
    private long offers;
    private long close;

    /** @param samePriority whether it is about equals, or about the more urgent */
    OrderRule(boolean samePriority) {
        super(samePriority ? "equal priority is first come, first served" : "the more urgent is served first");
        this.samePriority = samePriority;
    }

    @Override
    void before(Desk desk, Commit commit) {
        List<Change> made = commit.changes().stream()
                .filter(change -> change.table().equals("offer") && change.kind() == Kind.INSERT)
                .toList();
        Set<Long> together = made.stream().map(change -> change.key(1)).collect(Collectors.toSet());
        for (Change change : made) {
            offers++;
            Chat offered = desk.chats.get(change.key(1));
            Agent agent = desk.agents.get(change.key(2));
            if (offered != null && agent != null) {
                look(desk, commit, offered, agent, together);
            }
        }
    }

    /** @param together what is offered by the same commit: none of it is passed over */
    private void look(Desk desk, Commit commit, Chat offered, Agent agent, Set<Long> together) {
        for (Chat chat : desk.chats.values()) {
            boolean passedOver = !together.contains(chat.id)
                    && chat.unasked()
                    && (chat.priority == offered.priority) == samePriority
                    && chat.before(offered)
                    && desk.suits(agent, chat, commit.begun() - SLACK);
            if (!passedOver) {
                continue;
            }
            long settled = Math.max(
                    Math.max(chat.standsSince, offered.priorityAt), Math.max(agent.ableSince, desk.rulesSince));
            if (settled > commit.begun() - SLACK) {
                close++;
            } else {
                broken(
                        commit.at(),
                        offered + " is offered to " + agent + " before " + chat + ", which stands so since "
                                + chat.standsSince + "; the offer's transaction began at " + commit.begun(),
                        List.of(offered.id, chat.id),
                        List.of(agent.id));
            }
        }
    }

    /** How many offers were looked at. */
    long offers() {
        return offers;
    }

    /** How often something was passed over that had come only just before. */
    long close() {
        return close;
    }
}
