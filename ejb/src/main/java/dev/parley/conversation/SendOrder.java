package dev.parley.conversation;

import dev.parley.conversation.persistence.StaleAdmission;
import dev.parley.shared.Unavailable;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps what one session sends into one conversation in the order in which it was handed over, and the session's right to write there.
 * While that right holds, messages are handed on at once, many in flight. When the conversation has changed meanwhile, those in flight come
 * back as stale, one after the other; each must be admitted anew, which takes a while, and a later message must not use the new right
 * to overtake them. So then one at a time is sent, the oldest first, until none waits.
 */
public final class SendOrder {
    /** So many may wait behind those that are admitted anew; a client that asks for more is told to try again. */
    static final int MAX_WAITING = 1_000;

    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private Admission admission;
    private long next;
    private int inFlight;
    private boolean admitting;

    private record Waiting(Supplier<CompletableFuture<Posted>> anew, CompletableFuture<Posted> answer) {}

    /** The right that a stored message earned; an older one than is known is ignored. */
    public synchronized void admit(Admission earned) {
        if (admission == null || earned.epoch() > admission.epoch()) admission = earned;
    }

    /**
     * @param hopeful hands the message on with a right that may have become stale; does not block
     * @param anew asks for the right first; may block
     * @param executor for {@code anew}, where the caller's own thread is not at hand
     * @throws Unavailable if {@value #MAX_WAITING} wait already
     */
    CompletableFuture<Posted> send(
            Function<Admission, CompletableFuture<Receipt>> hopeful,
            Supplier<CompletableFuture<Posted>> anew,
            Executor executor) {
        var message = new Waiting(anew, new CompletableFuture<>());
        synchronized (this) {
            long place = next++;
            if (admission != null && !admitting && waiting.isEmpty()) {
                Admission used = admission;
                inFlight++;
                begin(() -> hopeful.apply(used))
                        .whenComplete((receipt, problem) -> returned(place, message, used, receipt, problem, executor));
                return message.answer();
            }
            if (waiting.size() >= MAX_WAITING) throw new Unavailable("Too much is waiting; try again.");
            waiting.put(place, message);
        }
        goOn(Runnable::run, executor);
        return message.answer();
    }

    private void returned(
            long place, Waiting message, Admission used, Receipt receipt, Throwable problem, Executor executor) {
        boolean stale = problem instanceof StaleAdmission;
        synchronized (this) {
            inFlight--;
            if (stale) waiting.put(place, message);
        }
        if (!stale) answer(message, problem == null ? new Posted(receipt, used) : null, problem);
        goOn(executor, executor);
    }

    /** Begins with the oldest that waits, when nothing older may still come back. */
    private void goOn(Executor now, Executor executor) {
        Waiting oldest;
        synchronized (this) {
            if (admitting || inFlight > 0 || waiting.isEmpty()) return;
            admitting = true;
            oldest = waiting.pollFirstEntry().getValue();
        }
        try {
            now.execute(() -> begin(oldest.anew()).whenComplete((posted, problem) -> {
                synchronized (this) {
                    admitting = false;
                    if (posted != null && posted.admission() != null) admit(posted.admission());
                }
                answer(oldest, posted, problem);
                goOn(executor, executor);
            }));
        } catch (RuntimeException e) {
            // the executor takes nothing more: the server is stopping
            synchronized (this) {
                admitting = false;
            }
            answer(oldest, null, e);
            goOn(executor, executor);
        }
    }

    private static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void answer(Waiting message, Posted posted, Throwable problem) {
        if (problem == null) message.answer().complete(posted);
        else message.answer().completeExceptionally(problem);
    }
}
