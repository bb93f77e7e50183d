package dev.parley.web.rest;

import dev.parley.shared.Unavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call of REST waits for what the desk promises later. */
final class Waited {
    private static final long PATIENCE_SECONDS = 30;

    private Waited() {}

    /**
     * What the promise gives; what it fails with is thrown as it is.
     *
     * @throws Unavailable if it takes too long: it may still be stored, and the same {@code clientId} tells
     */
    static <T> T on(CompletableFuture<T> promise) {
        try {
            return promise.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new Unavailable("It takes too long. Send the same again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The server is stopping. Send the same again.", e);
        }
    }
}
