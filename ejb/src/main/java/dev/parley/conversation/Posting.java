package dev.parley.conversation;

import dev.parley.company.FormAnswer;
import dev.parley.company.PreChat;
import dev.parley.conversation.persistence.Earlier;
import dev.parley.conversation.persistence.MessageReader;
import dev.parley.conversation.persistence.Post;
import dev.parley.conversation.persistence.StaleAdmission;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import dev.parley.shared.Limit;
import dev.parley.shared.PublicIds;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Unavailable;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The one way a message is sent, whatever it came by. The hot path asks nothing: a session that was admitted before hands its message to
 * the log at once. Only where that is refused as stale, or nothing was admitted yet, is the sender admitted (anew).
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Posting {
    /** A conversation may change once more while a message is admitted; a third time in a row is a quarrel. */
    private static final int ATTEMPTS = 3;

    @Resource
    private ManagedExecutorService executor;

    private final MessageLog log;
    private final MessageReader messages;
    private final Admissions admissions;
    private final Openings openings;
    private final Intake intake;
    private final RateLimits limits;
    private final Clock clock;

    protected Posting() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public Posting(
            MessageLog log,
            MessageReader messages,
            Admissions admissions,
            Openings openings,
            Intake intake,
            RateLimits limits,
            Clock clock) {
        this.log = log;
        this.messages = messages;
        this.admissions = admissions;
        this.openings = openings;
        this.intake = intake;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sends a message.
     *
     * @param order the session's for this conversation, which keeps its messages in order; a fresh one for a message on its own
     * @return completes after the commit, or fails with a {@link DeskException}: {@code NotFound} for a conversation that the caller may
     *     not see, {@code Refused} for a client id used for something else, {@code Unavailable} where nothing was stored
     * @throws DeskException if sent too often, too much waits, or by one who may not
     */
    public CompletableFuture<Posted> post(Caller caller, Draft draft, SendOrder order) {
        if (caller instanceof Caller.Visitor visitor) {
            limits.take(Limit.MESSAGES, visitor.publicId());
        } else {
            caller.require(dev.parley.shared.Permission.ANSWER_CONVERSATIONS);
            if (draft.conversation() == null) throw new Invalid("Say which conversation.");
        }
        String digest = draft.digest();
        return order.send(
                admission -> log.append(post(caller, draft, digest, admission, null)),
                () -> admitAndAppend(caller, draft, digest, 1),
                executor);
    }

    private CompletableFuture<Posted> admitAndAppend(Caller caller, Draft draft, String digest, int attempt) {
        try {
            return admitted(caller, draft, digest, attempt);
        } catch (EJBException e) {
            return CompletableFuture.failedFuture(new Unavailable("It could not be stored; try again.", e));
        }
    }

    private CompletableFuture<Posted> admitted(Caller caller, Draft draft, String digest, int attempt) {
        // a resend must have no effect of its own: it neither reopens, nor joins, nor counts as an opening
        Earlier earlier = messages.earlier(company(caller), Author.of(caller).id(), draft.clientId());
        if (earlier != null) {
            return CompletableFuture.completedFuture(new Posted(earlier.receiptFor(digest), null));
        }
        Optional<Admission> admission =
                draft.conversation() == null ? Optional.empty() : admissions.admit(caller, draft.conversation());
        if (admission.isPresent()) return append(caller, draft, digest, admission.get(), attempt);
        return open(caller.requireVisitor(), draft, digest);
    }

    private CompletableFuture<Posted> append(
            Caller caller, Draft draft, String digest, Admission admission, int attempt) {
        var post = post(caller, draft, digest, admission, null);
        return log.append(post)
                .handle((receipt, problem) -> {
                    if (problem == null) return CompletableFuture.completedFuture(new Posted(receipt, admission));
                    if (!(problem instanceof StaleAdmission)) return CompletableFuture.<Posted>failedFuture(problem);
                    if (attempt == ATTEMPTS) {
                        return CompletableFuture.<Posted>failedFuture(
                                new Unavailable("The conversation is changing; try again."));
                    }
                    // not on the publisher's thread: admitting is a transaction of its own
                    return CompletableFuture.supplyAsync(
                                    () -> admitAndAppend(caller, draft, digest, attempt + 1), executor)
                            .thenCompose(f -> f);
                })
                .thenCompose(f -> f);
    }

    private CompletableFuture<Posted> open(Caller.Visitor visitor, Draft draft, String digest) {
        Openings.Place place = openings.place(visitor, draft.conversation(), department(draft));
        // what is wrong with a form is said before it counts as one of the conversations that a visitor may begin
        List<FormAnswer> answers = intake.check(visitor, place.previousId(), draft.form());
        limits.take(Limit.CONVERSATIONS, visitor.publicId());
        intake.introduce(visitor, draft.form());
        var opening = new Post.Opening(
                PublicIds.next(),
                visitor.siteId(),
                place.departmentId(),
                visitor.visitorId(),
                place.attended() ? "chat" : "message",
                place.previousId(),
                answers);
        return log.append(post(visitor, draft, digest, null, opening))
                .thenApply(receipt -> new Posted(
                        receipt,
                        receipt.fresh()
                                ? new Admission(
                                        receipt.conversationId(), receipt.conversation(), visitor.companyId(), 1)
                                : null));
    }

    /** Where the sender wants it to go: said beside the form, or in it. */
    private static String department(Draft draft) {
        return draft.department() == null ? draft.form().get(PreChat.DEPARTMENT) : draft.department();
    }

    private Post post(Caller caller, Draft draft, String digest, Admission admission, Post.Opening opening) {
        // what PostgreSQL keeps, so that the answer to a resend is the same to the digit
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Post(
                company(caller), Author.of(caller), draft, digest, admission, opening, at, new CompletableFuture<>());
    }

    private static long company(Caller caller) {
        return caller instanceof Caller.Visitor visitor
                ? visitor.companyId()
                : caller.requireStaff().companyId();
    }
}
