package dev.parley.web.socket.live;

import dev.parley.conversation.ConversationStatus;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.WaitsIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * In which department the colleagues here were told last that a conversation waits, by company. A company that was not known is told nothing:
 * its people's welcome has just said it.
 */
@ApplicationScoped
public class WaitingTold {
    private final Map<Long, Map<Long, Long>> told = new HashMap<>();

    /** Those of the department were told how it stands. */
    void told(ConversationView view, long company, long department) {
        told(company, view.key(), view.status() == ConversationStatus.WAITING ? department : null);
    }

    /** @param department where it waits, or null where it does not */
    synchronized void told(long company, long conversation, Long department) {
        Map<Long, Long> known = told.get(company);
        if (known == null) return;
        if (department == null) known.remove(conversation);
        else known.put(conversation, department);
    }

    /**
     * Compares with what the database says and takes it as told: the caller tells it.
     *
     * @param companies those that have colleagues here; all others are forgotten
     * @param waiting all that waits in them, or the oldest of it
     * @param whole whether it is all
     * @param most of what was not told so many conversations are taken, the others by the next look
     * @return each department in which a conversation waits and nobody said so, or the other way round
     */
    synchronized List<WaitsIn> compare(Set<Long> companies, Collection<WaitsIn> waiting, boolean whole, int most) {
        told.keySet().retainAll(companies);
        Map<Long, Map<Long, Long>> now = new HashMap<>();
        companies.forEach(company -> now.put(company, new HashMap<>()));
        waiting.forEach(each -> now.get(each.companyId()).put(each.conversationId(), each.departmentId()));
        var news = new ArrayList<WaitsIn>();
        int left = most;
        for (long company : companies) {
            Map<Long, Long> known = told.get(company);
            if (known == null) told.put(company, now.get(company));
            else left -= compare(company, known, now.get(company), whole, left, news);
        }
        return news;
    }

    private static int compare(
            long company, Map<Long, Long> known, Map<Long, Long> now, boolean whole, int most, List<WaitsIn> news) {
        var either = new HashSet<>(now.keySet());
        if (whole) either.addAll(known.keySet());
        int found = 0;
        for (long conversation : either) {
            Long before = known.get(conversation);
            Long department = now.get(conversation);
            if (Objects.equals(before, department)) continue;
            if (++found > most) return most;
            if (before != null) news.add(new WaitsIn(company, conversation, before));
            if (department == null) {
                known.remove(conversation);
            } else {
                known.put(conversation, department);
                news.add(new WaitsIn(company, conversation, department));
            }
        }
        return found;
    }
}
