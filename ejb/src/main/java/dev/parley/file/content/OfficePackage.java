package dev.parley.file.content;

import dev.parley.file.FileKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the list of contents of an office document (a ZIP container) without unpacking anything: which application it is for, whether it
 * carries macros, and whether it claims to grow out of all proportion.
 */
final class OfficePackage {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_DIRECTORY = 2 << 20;
    /** What all parts together may claim to hold when unpacked. */
    private static final long MOST_UNPACKED = 500L << 20;

    private record Entry(String name, long unpacked) {}

    private OfficePackage() {}

    /** Whether the container holds what the kind's application writes, and nothing that runs. */
    static boolean is(Path file, FileKind kind) throws IOException {
        List<Entry> entries = entries(file);
        return entries.stream().mapToLong(Entry::unpacked).sum() <= MOST_UNPACKED
                && entries.stream().noneMatch(e -> isMacro(e.name()))
                && holds(entries, kind);
    }

    private static boolean holds(List<Entry> entries, FileKind kind) {
        return switch (kind) {
            case DOCX -> has(entries, "[Content_Types].xml") && has(entries, "word/");
            case XLSX -> has(entries, "[Content_Types].xml") && has(entries, "xl/");
            case PPTX -> has(entries, "[Content_Types].xml") && has(entries, "ppt/");
            case ODT, ODS -> has(entries, "mimetype") && has(entries, "content.xml");
            case PNG, JPEG, GIF, WEBP, PDF, TEXT, CSV, MP3, OGG, WAV, WEBM, MP4, M4A -> false;
        };
    }

    private static boolean has(List<Entry> entries, String start) {
        return entries.stream().anyMatch(e -> e.name().startsWith(start));
    }

    private static boolean isMacro(String name) {
        return name.endsWith("vbaProject.bin") || name.startsWith("Basic/") || name.startsWith("Scripts/");
    }

    /** The central directory; empty where there is none that can be trusted. */
    private static List<Entry> entries(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            Optional<ByteBuffer> directory = directory(channel);
            return directory.isEmpty() ? List.of() : read(directory.get());
        }
    }

    /** ZIP64 writes its numbers elsewhere and is not needed below 4 GB: it finds no directory here. */
    private static Optional<ByteBuffer> directory(SeekableByteChannel channel) throws IOException {
        int length = (int) Math.min(channel.size(), END_LENGTH + 0xffff);
        ByteBuffer tail = read(channel, channel.size() - length, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) != END_SIGNATURE) continue;
            int count = tail.getShort(at + 10) & 0xffff;
            long size = tail.getInt(at + 12) & 0xffffffffL;
            long offset = tail.getInt(at + 16) & 0xffffffffL;
            boolean sound =
                    count <= MOST_ENTRIES && size <= MOST_DIRECTORY && offset + size <= channel.size() - END_LENGTH;
            return sound ? Optional.of(read(channel, offset, (int) size)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static List<Entry> read(ByteBuffer directory) {
        List<Entry> entries = new ArrayList<>();
        while (directory.remaining() >= ENTRY_LENGTH && entries.size() < MOST_ENTRIES) {
            int start = directory.position();
            if (directory.getInt(start) != ENTRY_SIGNATURE) break;
            int name = directory.getShort(start + 28) & 0xffff;
            int rest = (directory.getShort(start + 30) & 0xffff) + (directory.getShort(start + 32) & 0xffff);
            if (directory.remaining() < ENTRY_LENGTH + name + rest) break;
            byte[] text = new byte[name];
            directory.position(start + ENTRY_LENGTH);
            directory.get(text);
            entries.add(
                    new Entry(new String(text, StandardCharsets.UTF_8), directory.getInt(start + 24) & 0xffffffffL));
            directory.position(start + ENTRY_LENGTH + name + rest);
        }
        return entries;
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return bytes.flip();
    }
}
