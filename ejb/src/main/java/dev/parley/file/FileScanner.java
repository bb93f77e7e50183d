package dev.parley.file;

import java.io.IOException;
import java.io.InputStream;

/** Looks for malware before anybody can open a file. */
public interface FileScanner {
    /** What the scanner says of a file. */
    sealed interface Verdict permits Clean, Infected, Unscannable {}

    /** Nothing was found. */
    record Clean() implements Verdict {}

    /** @param signature the scanner's name for what it found */
    record Infected(String signature) implements Verdict {}

    /** The scanner will never be able to check this file, for instance because it is larger than the scanner's own limit. */
    record Unscannable(String why) implements Verdict {}

    /**
     * @param content read to its end unless the scanner answers earlier; the caller closes it
     * @throws IOException if the scanner could not be asked or gave no answer: try again later
     */
    Verdict scan(InputStream content) throws IOException;

    /** Whether there is a scanner at all; the portal's status page says so. */
    boolean configured();
}
