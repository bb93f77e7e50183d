package dev.parley.file.content;

import dev.parley.file.FileKind;
import dev.parley.shared.Invalid;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds what a file really is, by its bytes, and refuses it where they do not say the same as its name. Nothing is unpacked or decoded
 * here.
 */
public final class ContentSniffer {
    private static final int HEAD = 4096;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Magic numbers only: no name is ever given to it. */
    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

    /**
     * The media type to serve the file with.
     *
     * @param promised what the name's ending promises
     * @param declaredType what the sender says, or null: heard only where a container holds sound or pictures alike
     * @throws Invalid if the content is something else
     */
    public String typeOf(Path file, FileKind promised, String declaredType) throws IOException {
        if (!agrees(file, promised)) throw new Invalid("The content is not what the name's ending promises.");
        boolean sound = declaredType != null && declaredType.startsWith("audio/");
        if (sound && promised == FileKind.WEBM) return "audio/webm";
        if (sound && promised == FileKind.MP4) return "audio/mp4";
        return promised.type();
    }

    private boolean agrees(Path file, FileKind promised) throws IOException {
        String found = found(file);
        return switch (promised) {
            case PNG, JPEG, GIF, WEBP -> found.equals(promised.type());
            case PDF -> found.equals(promised.type()) && startsWith(head(file), PDF);
            case TEXT, CSV -> PlainText.is(file);
            case DOCX, XLSX, PPTX -> isPackage(found) && OfficePackage.is(file, promised);
            case ODT, ODS -> found.equals(promised.type()) && OfficePackage.is(file, promised);
            case MP3 -> found.equals("audio/mpeg");
            case OGG ->
                Set.of("application/ogg", "audio/ogg", "audio/vorbis", "audio/opus", "audio/speex", "audio/x-oggflac")
                        .contains(found);
            case WAV -> found.equals("audio/vnd.wave");
            case WEBM -> found.endsWith("matroska") && saysWebm(head(file));
            case MP4, M4A -> isMpeg4(head(file));
        };
    }

    private String found(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return magic.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static boolean isPackage(String type) {
        return type.equals("application/zip") || type.equals("application/x-tika-ooxml");
    }

    /** The document type in the first EBML header: WebM is the web's subset of Matroska. */
    private static boolean saysWebm(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
        return start.contains("B\u0082\u0084webm");
    }

    /** An {@code ftyp} box at the start, of a brand that browsers play; QuickTime's own is not among them. */
    private static boolean isMpeg4(byte[] head) {
        if (head.length < 12) return false;
        String box = new String(head, 4, 8, StandardCharsets.ISO_8859_1);
        return box.startsWith("ftyp")
                && Set.of(
                                "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4A ", "M4V ",
                                "MSNV")
                        .contains(box.substring(4));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && java.util.Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
