package dev.parley.shared;

/** Nobody is signed in, or the sign-in has ended. */
public class Unauthorized extends DeskException {
    public Unauthorized(String message) {
        super(message);
    }

    public Unauthorized(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "unauthorized";
    }

    @Override
    public int status() {
        return 401;
    }
}
