package dev.parley.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of file that can be attached: everything that is not here is refused. What a browser would run or render as a page (HTML,
 * SVG, XML), programs and archives are left out on purpose.
 */
public enum FileKind {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    MP3("audio/mpeg", "mp3"),
    OGG("audio/ogg", "ogg", "oga"),
    WAV("audio/wav", "wav"),
    /** {@code audio/webm} where the sender says so: the same container, and a voice message is one. */
    WEBM("video/webm", "webm"),
    MP4("video/mp4", "mp4"),
    M4A("audio/mp4", "m4a");

    private final String type;
    private final List<String> extensions;

    FileKind(String type, String... extensions) {
        this.type = type;
        this.extensions = List.of(extensions);
    }

    /** The media type it is served with. */
    public String type() {
        return type;
    }

    /** Lower case, without the dot. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether it is a still picture, of which a thumbnail may be drawn. */
    public boolean picture() {
        return type.startsWith("image/");
    }

    /** The kind a name's ending promises; nothing for an ending that is not allowed. */
    public static Optional<FileKind> ofExtension(String extension) {
        String wanted = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.contains(wanted))
                .findFirst();
    }
}
