package dev.parley.access;

/**
 * What an authenticator app has to be told, once.
 *
 * @param secret in Base32, for those who type it
 * @param uri {@code otpauth://…}, for a QR code
 */
public record Enrolment(String secret, String uri) {
    /** Never the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "Enrolment";
    }
}
