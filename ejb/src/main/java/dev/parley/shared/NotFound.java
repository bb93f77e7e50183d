package dev.parley.shared;

/** There is no such thing, or it belongs to somebody else: the two are the same answer, word for word. */
public class NotFound extends DeskException {
    public NotFound(String message) {
        super(message);
    }

    public NotFound(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "not-found";
    }

    @Override
    public int status() {
        return 404;
    }
}
