package dev.parley.shared;

import jakarta.ejb.ApplicationException;

/**
 * What the desk answers when it does not do what was asked. The message is for the caller and names no secret; the {@link #code()} is
 * the contract's. One set of mappers turns it into problem+json, an error frame or a Faces message.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class DeskException extends RuntimeException {
    protected DeskException(String message) {
        super(message);
    }

    protected DeskException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The contract's code: {@code not-found}, {@code conflict}, {@code forbidden}, … */
    public abstract String code();

    /** The HTTP status that says the same. */
    public abstract int status();

    /** Whether the same request may succeed later, unchanged. */
    public boolean retry() {
        return false;
    }
}
