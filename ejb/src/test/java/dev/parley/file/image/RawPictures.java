package dev.parley.file.image;

import static dev.parley.file.content.Samples.join;
import static dev.parley.file.content.Samples.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Pictures written by hand: as no honest program writes them. */
final class RawPictures {
    private RawPictures() {}

    /** The same as a camera held so writes it. @param more of what else stands in EXIF */
    static byte[] withExif(byte[] jpeg, int orientation, String more) {
        byte[] tiff = ByteBuffer.allocate(8 + 2 + 12 + 4)
                .put(text("MM\0*"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        byte[] segment = join(text("Exif\0\0"), tiff, text(more));
        byte[] head = {(byte) 0xff, (byte) 0xe1, 0, (byte) (segment.length + 2)};
        return join(new byte[] {(byte) 0xff, (byte) 0xd8}, head, segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG of any claimed size. */
    static byte[] png(int width, int height, byte[] rows) throws IOException {
        var data = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(data)) {
            deflater.write(rows);
        }
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return join(signature, chunk("IHDR", header), chunk("IDAT", data.toByteArray()), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] body = join(text(type), data);
        var crc = new CRC32();
        crc.update(body);
        return join(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                body,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
