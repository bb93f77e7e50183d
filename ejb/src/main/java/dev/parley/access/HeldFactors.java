package dev.parley.access;

/**
 * What an account signs in with beside its password.
 *
 * @param codes whether it asks for codes of an app
 * @param passkeys how many it has
 */
public record HeldFactors(boolean codes, int passkeys) {
    public boolean any() {
        return codes || passkeys > 0;
    }
}
