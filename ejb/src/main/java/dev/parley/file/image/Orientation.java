package dev.parley.file.image;

import java.awt.geom.AffineTransform;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * How a camera was held, by EXIF: 1 upright, 3 upside down, 6 and 8 on its side, 2, 4, 5 and 7 the same mirrored. It is the one thing that
 * must be kept of EXIF when it is dropped, else photographs lie on their side.
 */
record Orientation(int exif) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final int START = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION_TAG = 0x0112;

    /**
     * Of the JPEG that begins here, which is where the stream stands afterwards too; upright where nothing is said or it cannot be
     * understood. Read by hand: ImageIO's metadata refuse what many phones write (EXIF before JFIF).
     */
    static Orientation of(ImageInputStream in) throws IOException {
        in.mark();
        try {
            if (in.readUnsignedShort() != START) return UPRIGHT;
            while (true) {
                int marker = in.readUnsignedShort();
                if (marker < 0xffc0 || marker == START_OF_SCAN) return UPRIGHT;
                byte[] segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
                in.readFully(segment);
                if (marker == APP1 && isExif(segment)) return parse(segment);
            }
        } catch (EOFException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        } finally {
            in.reset();
        }
    }

    /** Reads the first directory of a TIFF structure behind {@code Exif}. */
    static Orientation parse(byte[] segment) {
        if (segment.length < EXIF.length + 8 || !java.util.Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length))
            return UPRIGHT;
        ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                .slice();
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) return UPRIGHT;
        int entries = tiff.getShort(directory) & 0xffff;
        for (int at = directory + 2; entries > 0 && at <= tiff.limit() - 12; at += 12, entries--) {
            if ((tiff.getShort(at) & 0xffff) == ORIENTATION_TAG) return known(tiff.getShort(at + 8));
        }
        return UPRIGHT;
    }

    private static boolean isExif(byte[] segment) {
        return segment.length >= EXIF.length && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    private static Orientation known(int value) {
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean turned() {
        return exif >= 5;
    }

    /** Puts a picture of this size, as stored, upright. */
    AffineTransform upright(int width, int height) {
        return switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
