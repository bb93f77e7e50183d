package dev.parley.file.content;

import dev.parley.file.FileKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small honest files of every kind, made here. */
public final class Samples {
    private Samples() {}

    public static byte[] of(FileKind kind) {
        return switch (kind) {
            case PNG -> picture("png", 20, 10);
            case JPEG -> picture("jpeg", 20, 10);
            case GIF -> picture("gif", 20, 10);
            case WEBP ->
                join(
                        text("RIFF"),
                        new byte[] {26, 0, 0, 0},
                        text("WEBPVP8L"),
                        new byte[] {13, 0, 0, 0, 0x2f},
                        new byte[13]);
            case PDF -> text("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
            case TEXT -> text("Dear desk,\r\n\tplease help. \u00e4\u6f22\ud83d\ude00\n");
            case CSV -> text("name;amount\n\"Smith, J\";3\n");
            case DOCX -> zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
            case XLSX -> zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml");
            case PPTX -> zip("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml");
            case ODT -> openDocument("application/vnd.oasis.opendocument.text");
            case ODS -> openDocument("application/vnd.oasis.opendocument.spreadsheet");
            case MP3 ->
                join(text("ID3"), new byte[] {3, 0, 0, 0, 0, 0, 0}, new byte[] {-1, -5, -112, 0}, new byte[400]);
            case OGG ->
                join(text("OggS"), new byte[] {0, 2}, new byte[20], new byte[] {1, 19}, text("OpusHead"), new byte[11]);
            case WAV -> join(text("RIFF"), new byte[] {36, 0, 0, 0}, text("WAVEfmt "), new byte[24]);
            case WEBM ->
                join(
                        new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, (byte) 0x9f, 0x42, (byte) 0x86, (byte) 0x81, 1
                        },
                        new byte[] {0x42, (byte) 0x82, (byte) 0x84},
                        text("webm"),
                        new byte[40]);
            case MP4 -> join(new byte[] {0, 0, 0, 24}, text("ftypisom"), new byte[] {0, 0, 2, 0}, text("isomiso2"));
            case M4A -> join(new byte[] {0, 0, 0, 24}, text("ftypM4A "), new byte[] {0, 0, 2, 0}, text("M4A mp42"));
        };
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    public static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) image.setRGB(x, height / 2, 0xff8800);
        return encode(image, format);
    }

    public static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) throw new IllegalArgumentException(format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] zip(String... names) {
        return zip(0, names);
    }

    /** Every entry holds so many zero bytes, compressed. */
    public static byte[] zip(int size, String... names) {
        var bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[Math.min(Math.max(size, 1), 1 << 20)];
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                for (long left = size; left > 0; left -= zeros.length)
                    zip.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument(String type) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            byte[] content = text(type);
            var first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(content.length);
            var crc = new CRC32();
            crc.update(content);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(content);
            zip.putNextEntry(new ZipEntry("content.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
