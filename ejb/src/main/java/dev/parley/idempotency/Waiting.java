package dev.parley.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** How many wait on this node for an answer that others work at: each holds a thread of the server for as long. */
@ApplicationScoped
class Waiting {
    /** So many at a time; a client that repeats itself must not take the threads of all others. */
    static final int MOST = 20;

    private final Semaphore free = new Semaphore(MOST);

    /** @return whether there is room; then {@link #leave} follows */
    public boolean enter() {
        return free.tryAcquire();
    }

    public void leave() {
        free.release();
    }
}
