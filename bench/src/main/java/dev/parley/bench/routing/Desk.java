package dev.parley.bench.routing;

import dev.parley.bench.routing.Commit.Change;
import dev.parley.bench.routing.Commit.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plain model: who is there, what waits, who is asked and who holds what, as the commits so far have it. It shares no line with the
 * product; what an agent may be asked is written down here from the documentation. Conversations that have ended are forgotten.
 */
final class Desk {
    final Map<Long, Chat> chats = new TreeMap<>();
    final Map<Long, Agent> agents = new TreeMap<>();
    /** Since when the departments' rules are what they are. */
    long rulesSince;

    private static final Department STANDARD = new Department();

    private final Map<Long, Department> departments = new HashMap<>();
    private final Map<Long, Site> sites = new HashMap<>();
    private final Map<Long, String> visitorLanguages = new HashMap<>();
    private final Map<Long, Long> lastAgents = new HashMap<>();

    private record Site(String languages, String skills) {}

    /** Takes over what one transaction changed. */
    void apply(Commit commit) {
        for (Change change : commit.changes()) {
            switch (change.table()) {
                case "department", "visitor", "site", "department_routing" -> place(change, commit.at());
                case "conversation" -> conversation(change, commit.at());
                case "offer" -> offer(change, commit.at());
                default -> person(change, commit.at());
            }
        }
    }

    private void place(Change change, long at) {
        switch (change.table()) {
            case "visitor" -> visitorLanguages.put(change.key(0), change.text(1));
            case "site" -> sites.put(change.key(0), new Site(change.text(1), change.text(2)));
            case "department_routing" -> {
                departments.put(change.key(0), department(change));
                rulesSince = at;
            }
            default -> {
                // that a department is there says nothing of how it routes
            }
        }
    }

    private static Department department(Change change) {
        Department department = new Department();
        department.strategy = change.text(1);
        department.relaxSkills = change.number(2, 60) * 1_000_000L;
        long standard = Math.max(department.relaxSkills, STANDARD.relaxLanguage);
        department.relaxLanguage = change.keyOrNull(3) == null ? standard : change.key(3) * 1_000_000L;
        department.lastAgent = change.number(4, 20) * 1_000_000L;
        department.skills = change.text(5);
        department.language = change.text(6);
        return department;
    }

    private void person(Change change, long at) {
        boolean gone = change.kind() == Kind.DELETE;
        Agent agent = agent(change.key(change.table().equals("department_member") ? 1 : 0));
        switch (change.table()) {
            case "account" -> {
                agent.publicId = change.text(1);
                agent.languages.clear();
                String spoken = change.text(2);
                if (spoken != null && !spoken.isEmpty()) {
                    agent.languages.addAll(List.of(spoken.split(",")));
                }
                agent.ableSince = at;
            }
            case "department_member" -> {
                if (gone) {
                    agent.departments.remove(change.key(0));
                } else {
                    agent.departments.add(change.key(0));
                }
                agent.ableSince = at;
            }
            case "agent_skill" -> {
                if (gone) {
                    agent.skills.remove(change.text(1));
                } else {
                    agent.skills.put(change.text(1), change.number(2, 0));
                }
                agent.ableSince = at;
            }
            case "agent_presence" -> {
                agent.status = change.text(1);
                agent.capacity = change.number(2, 0);
            }
            case "agent_lease" -> {
                if (gone) {
                    agent.leases.remove(change.text(1));
                } else {
                    agent.leases.put(change.text(1), new Agent.Lease(change.number(2, 0), change.key(3)));
                    agent.seen = Math.max(agent.seen, change.key(3));
                }
            }
            default -> throw new IllegalArgumentException("not watched: " + change);
        }
    }

    private void conversation(Change change, long at) {
        Chat chat =
                chats.computeIfAbsent(change.key(0), id -> new Chat(id, change.text(1), change.key(3), change.key(10)));
        Long former = chat.agent;
        Long owner = change.keyOrNull(7);
        int priority = change.number(5, 0);
        if (priority != chat.priority) {
            chat.priorityAt = at;
        }
        chat.department = change.key(2);
        chat.status = change.text(4);
        chat.priority = priority;
        chat.waitingSince = change.key(6);
        chat.language = change.text(8);
        chat.skills = change.text(9);
        chat.agent = owner;
        chat.standsSince = at;
        if (former != null) {
            agent(former).chats.remove(chat.id);
        }
        if (owner != null && chat.open()) {
            agent(owner).chats.add(chat.id);
        }
        if (chat.status.equals("closed")) {
            if (former != null) {
                lastAgents.put(chat.visitor, former);
            }
            if (chat.offers.isEmpty()) {
                chats.remove(chat.id);
            }
        }
    }

    private void offer(Change change, long at) {
        long id = change.key(0);
        Agent agent = agent(change.key(2));
        Chat chat = chats.get(change.key(1));
        boolean open = change.keyOrNull(4) == null && change.kind() != Kind.DELETE;
        if (open) {
            agent.offers.put(id, change.key(1));
        } else {
            agent.offers.remove(id);
        }
        if (chat == null) {
            return;
        }
        chat.standsSince = at;
        if (open) {
            chat.offers.put(id, new Offer(id, chat.id, agent.id, at, change.key(3), change.number(6, 0) != 0));
        } else {
            chat.offers.remove(id);
            String outcome = change.text(5);
            if ("declined".equals(outcome) || "missed".equals(outcome)) {
                chat.refused.add(agent.id);
            }
            if (chat.status.equals("closed") && chat.offers.isEmpty()) {
                chats.remove(chat.id);
            }
        }
    }

    private Agent agent(long id) {
        return agents.computeIfAbsent(id, Agent::new);
    }

    Department department(long id) {
        return departments.getOrDefault(id, STANDARD);
    }

    /** The agents to whom something may be offered at that moment. */
    List<Agent> free(long at) {
        List<Agent> free = new ArrayList<>();
        for (Agent agent : agents.values()) {
            if (agent.free(at)) {
                free.add(agent);
            }
        }
        return free;
    }

    /**
     * Whether the agent, if free, is one whom the conversation may be offered to without any doubt: a member of its department who has what
     * it asks for and never refused it, and it is not kept for somebody else.
     */
    boolean suits(Agent agent, Chat chat, long at) {
        Department department = department(chat.department);
        if (department.manual() || !agent.departments.contains(chat.department) || chat.refused.contains(agent.id)) {
            return false;
        }
        long waited = at - chat.waitingSince;
        Site site = sites.getOrDefault(chat.site, new Site(null, null));
        if (!agent.has(department.demands(site.skills(), chat.skills, waited))) {
            return false;
        }
        String language =
                department.demandsLanguage(chat.language, visitorLanguages.get(chat.visitor), site.languages(), waited);
        return agent.speaks(language) && !keptForAnother(agent, chat, department, waited);
    }

    private boolean keptForAnother(Agent agent, Chat chat, Department department, long waited) {
        Long last = lastAgents.get(chat.visitor);
        return last != null && last != agent.id && waited < department.lastAgent;
    }
}
