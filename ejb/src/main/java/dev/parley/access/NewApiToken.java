package dev.parley.access;

/** A token just made. {@code token} is known here and to whoever made it, and is never shown again. */
public record NewApiToken(ApiTokenView view, String token) {
    /** Never the token: this text may reach a log. */
    @Override
    public String toString() {
        return "NewApiToken[" + view.id() + "]";
    }
}
