package dev.parley.file;

import java.io.InputStream;

/** Finds something in everything. */
final class InfectedScanner implements FileScanner {
    @Override
    public Verdict scan(InputStream content) {
        return new Infected("Test.Signature");
    }

    @Override
    public boolean configured() {
        return true;
    }
}
