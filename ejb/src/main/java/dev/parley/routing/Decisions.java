package dev.parley.routing;

import dev.parley.company.Departments;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Conversations;
import dev.parley.routing.Decision.Considered;
import dev.parley.routing.DecisionView.AbsentLine;
import dev.parley.routing.DecisionView.CandidateLine;
import dev.parley.routing.OfferView.Named;
import dev.parley.routing.domain.RecordedDecision;
import dev.parley.routing.persistence.DecisionBook;
import dev.parley.routing.persistence.DecisionBook.Outcomes;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why this agent, why nobody: the record of decisions about a conversation. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Decisions {
    /** So many are shown at a time. */
    public static final int MOST = 50;

    private static final int MOST_DIGITS = 9;

    @Inject
    Conversations conversations;

    @Inject
    Departments departments;

    @Inject
    DecisionBook book;

    @Inject
    OwnTransaction transaction;

    /**
     * The decisions about a conversation, newest first, at most {@value #MOST}; those older than {@code PARLEY_DECISION_DAYS} are gone.
     *
     * @param conversation public id
     * @throws NotFound if there is none that the caller may see
     */
    public List<DecisionView> of(Caller caller, String conversation) {
        return of(caller, conversation, null, MOST).items();
    }

    /**
     * Some of them, newest first.
     *
     * @param conversation public id
     * @param cursor the {@code next} of the part before, or null for the first; not moved by what is decided meanwhile
     * @param limit 1 to {@value #MOST}
     * @throws NotFound if there is none that the caller may see
     * @throws dev.parley.shared.Invalid for another limit, or a cursor that is none
     */
    public Page<DecisionView> of(Caller caller, String conversation, String cursor, int limit) {
        Caller.Staff me = caller.requireAny(Permission.ANSWER_CONVERSATIONS, Permission.SEE_ALL_CONVERSATIONS);
        ConversationView view = conversations.get(me, conversation);
        int most = Page.limit(limit, MOST);
        int below = below(cursor);
        return transaction.call(() -> {
            var found = List.copyOf(
                    book.of(me.companyId(), view.key(), below, most + 1).entrySet());
            var some = Page.of(found, most, last -> last.getKey().toString());
            var decisions = some.items().stream().map(Map.Entry::getValue).toList();
            return new Page<>(views(me.companyId(), view.key(), decisions), some.next());
        });
    }

    /** The place, counted from the oldest, that all of the next part are below. */
    private static int below(String cursor) {
        if (cursor == null) return Integer.MAX_VALUE;
        if (!cursor.matches("\\d{1," + MOST_DIGITS + "}")) throw Page.unknownCursor();
        return Integer.parseInt(cursor);
    }

    /**
     * The company's newest decisions, the newest first, at most {@value #MOST}; for those who see every conversation.
     *
     * @param department public id of the only department, or null for all
     * @throws NotFound if the company has no such department
     */
    public List<RecentDecision> recent(Caller caller, String department) {
        Caller.Staff me = caller.require(Permission.SEE_ALL_CONVERSATIONS);
        long company = me.companyId();
        Long key = department == null
                ? null
                : Long.valueOf(departments.require(company, department).id());
        return transaction.call(() -> {
            List<RecordedDecision> decisions = book.recent(company, key, MOST);
            List<Long> conversations = decisions.stream()
                    .map(RecordedDecision::conversationId)
                    .distinct()
                    .toList();
            Map<Long, DecisionDetail> details =
                    decisions.stream().collect(Collectors.toMap(RecordedDecision::id, RecordedDecision::detail));
            Map<Long, Named> names = book.names(
                    company,
                    details.values().stream()
                            .flatMap(detail -> detail.chosen().stream())
                            .distinct()
                            .toList());
            return recent(
                    decisions,
                    details,
                    names,
                    book.conversations(company, conversations),
                    book.departments(company),
                    book.outcomes(conversations));
        });
    }

    private static List<RecentDecision> recent(
            List<RecordedDecision> decisions,
            Map<Long, DecisionDetail> details,
            Map<Long, Named> names,
            Map<Long, Named> conversations,
            Map<Long, Named> departments,
            Outcomes outcomes) {
        return decisions.stream()
                .map(decision -> {
                    Set<Long> chosen = details.get(decision.id()).chosen();
                    Named conversation = conversations.get(decision.conversationId());
                    return new RecentDecision(
                            conversation.id(),
                            conversation.name(),
                            departments.get(decision.departmentId()).name(),
                            decision.at(),
                            decision.reason(),
                            decision.overflowTo() == null
                                    ? null
                                    : departments.get(decision.overflowTo()).name(),
                            chosen.stream().map(names::get).toList(),
                            chosen.size() == 1
                                    ? outcomes.of(
                                            decision.id(), chosen.iterator().next())
                                    : null);
                })
                .toList();
    }

    private List<DecisionView> views(long company, long conversation, List<RecordedDecision> decisions) {
        Map<Long, DecisionDetail> details =
                decisions.stream().collect(Collectors.toMap(RecordedDecision::id, RecordedDecision::detail));
        Map<Long, Named> names = book.names(
                company,
                details.values().stream()
                        .flatMap(Decisions::accounts)
                        .distinct()
                        .toList());
        Outcomes outcomes = book.outcomes(conversation);
        boolean passed = decisions.stream().anyMatch(decision -> decision.overflowTo() != null);
        Map<Long, Named> departments = passed ? book.departments(company) : Map.of();
        return decisions.stream()
                .map(decision -> view(
                        decision,
                        decision.overflowTo() == null ? null : departments.get(decision.overflowTo()),
                        details.get(decision.id()),
                        names,
                        outcomes))
                .toList();
    }

    private static Stream<Long> accounts(DecisionDetail detail) {
        return Stream.concat(
                detail.considered().stream().map(one -> one.candidate().accountId()),
                detail.absent().stream().map(Absence::accountId));
    }

    private static DecisionView view(
            RecordedDecision decision, Named onTo, DecisionDetail detail, Map<Long, Named> names, Outcomes outcomes) {
        return new DecisionView(
                decision.at(),
                Duration.between(decision.waitingSince(), decision.at()),
                decision.policy(),
                decision.reason(),
                onTo,
                SkillSet.parse(decision.skills()),
                decision.language(),
                detail.considered().stream()
                        .map(one -> line(decision, detail, one, names, outcomes))
                        .toList(),
                detail.absent().stream()
                        .map(one -> new AbsentLine(names.get(one.accountId()), one.reason()))
                        .toList(),
                detail.omitted());
    }

    private static CandidateLine line(
            RecordedDecision decision,
            DecisionDetail detail,
            Considered one,
            Map<Long, Named> names,
            Outcomes outcomes) {
        Candidate candidate = one.candidate();
        return new CandidateLine(
                names.get(candidate.accountId()),
                detail.chosen().contains(candidate.accountId()),
                one.rank(),
                one.score(),
                candidate.inHand(),
                candidate.offered(),
                candidate.capacity(),
                Duration.between(candidate.idleSince(), decision.at()),
                candidate.refusals(),
                one.exclusion() == null ? null : one.exclusion().wire(),
                outcomes.of(decision.id(), candidate.accountId()));
    }
}
