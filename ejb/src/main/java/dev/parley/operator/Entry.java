package dev.parley.operator;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One entry of an archive while it is written; counts and digests what goes through. Closing it ends the entry, not the archive. */
final class Entry extends FilterOutputStream {
    private final ZipOutputStream zip;
    private final MessageDigest digest;
    private long bytes;

    private Entry(ZipOutputStream zip, MessageDigest digest) {
        super(zip);
        this.zip = zip;
        this.digest = digest;
    }

    static Entry begin(ZipOutputStream zip, String name) throws IOException {
        try {
            zip.putNextEntry(new ZipEntry(name));
            return new Entry(zip, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        out.write(some, offset, length);
        digest.update(some, offset, length);
        bytes += length;
    }

    /** How much was written. */
    long bytes() {
        return bytes;
    }

    /** Of all that was written, in 64 hexadecimal digits. Once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        zip.closeEntry();
    }
}
