package dev.parley.file;

import dev.parley.file.content.ContentSniffer;
import dev.parley.file.content.FileName;
import dev.parley.file.domain.StoredFile.Received;
import dev.parley.shared.Invalid;
import dev.parley.shared.TooLarge;
import dev.parley.shared.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Takes an upload in: its bytes go straight to a staged file, never into memory as a whole, and are cut at the limit and where the sender
 * is too slow; then their content must be what the name promises. What is not acceptable is gone before this returns.
 */
final class Reception {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BUFFER = 16 * 1024;
    /** Nobody holds one of the few places with a trickle: after the grace at least this much a second. */
    private static final long SLOWEST_BYTES_PER_SECOND = 4 * 1024;

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final FileStore store;
    private final ContentSniffer sniffer;

    Reception(FileStore store, ContentSniffer sniffer) {
        this.store = store;
        this.sniffer = sniffer;
    }

    /**
     * Receives the bytes and has {@code register} write their row; then they move to the store. In this order a crash leaves a row without
     * bytes, which its check finds, and never bytes nobody knows of.
     *
     * @throws Invalid if the kind is not allowed, the content is another, or there is none
     * @throws TooLarge if it is over the limit, seen at the first byte beyond
     * @throws Unavailable if it cannot be kept now
     */
    Received receive(UploadRequest request, FileRules rules, Consumer<Received> register) {
        FileName name = FileName.of(request.name());
        FileKind kind = FileKind.ofExtension(name.extension())
                .filter(rules.kinds()::contains)
                .orElseThrow(() -> new Invalid("Files of this kind are not accepted."));
        Path staged = stage();
        try {
            Copied copied = copy(request.content(), staged, rules.maxBytes());
            String type = sniffer.typeOf(staged, kind, request.declaredType());
            var received = new Received(name.text(), type, copied.size(), copied.sha256(), key());
            register.accept(received);
            store.keep(staged, received.storeKey());
            return received;
        } catch (IOException e) {
            throw new Unavailable("The file could not be kept. Try again.", e);
        } finally {
            discard(staged);
        }
    }

    private record Copied(long size, String sha256) {}

    private static Copied copy(InputStream in, Path to, long most) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        long started = System.nanoTime();
        byte[] some = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                size += n;
                requireFit(size, most, System.nanoTime() - started);
                digest.update(some, 0, n);
                out.write(some, 0, n);
            }
        }
        if (size == 0) throw new Invalid("The file is empty.");
        return new Copied(size, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Receives what is small enough to be in memory as a whole.
     *
     * @param most in bytes
     * @param nanos the time, as {@link System#nanoTime} has it
     * @throws Invalid if the sender is too slow
     * @throws TooLarge if it is over the limit
     */
    static byte[] inMemory(InputStream in, int most, LongSupplier nanos) throws IOException {
        var received = new ByteArrayOutputStream();
        long started = nanos.getAsLong();
        byte[] some = new byte[BUFFER];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            received.write(some, 0, n);
            requireFit(received.size(), most, nanos.getAsLong() - started);
        }
        return received.toByteArray();
    }

    private static void requireFit(long size, long most, long nanos) {
        if (size > most) throw new TooLarge("A file may have at most " + most + " bytes.");
        if (tooSlow(size, nanos)) throw new Invalid("The upload was too slow.");
    }

    private static boolean tooSlow(long size, long nanos) {
        long seconds = nanos / 1_000_000_000 - GRACE.toSeconds();
        return seconds > 0 && size < seconds * SLOWEST_BYTES_PER_SECOND;
    }

    private Path stage() {
        try {
            return store.stage();
        } catch (IOException e) {
            throw new Unavailable("Files cannot be received now. Try again later.", e);
        }
    }

    /** Nothing is there when it has moved; where it cannot be removed now, the store's tidying does. */
    private static void discard(Path staged) {
        try {
            Files.deleteIfExists(staged);
        } catch (IOException e) {
            staged.toFile().deleteOnExit();
        }
    }

    private static String key() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
