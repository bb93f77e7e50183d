package dev.parley.shared;

/** Somebody else changed the same thing since it was read. Nothing was written; reading again shows what stands there now. */
public class Outdated extends Refused {
    public Outdated() {
        super("Somebody else changed this meanwhile. Read it again, then write.");
    }

    /**
     * @param read the version that the writer has read, or a negative one for a writer who does not care
     * @throws Outdated if it is not the present one
     */
    public static void check(long read, long present) {
        if (read >= 0 && read != present) throw new Outdated();
    }
}
