package dev.parley.file.image;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.NodeList;

/**
 * How a camera was held, by EXIF: 1 upright, 3 upside down, 6 and 8 on its side, 2, 4, 5 and 7 the same mirrored. It is the one thing that
 * must be kept of EXIF when it is dropped, else photographs lie on their side.
 */
record Orientation(int exif) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";
    private static final int APP1 = 0xe1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION_TAG = 0x0112;

    /** Of the picture at the reader's input; upright where nothing is said or it cannot be understood. */
    static Orientation of(ImageReader reader) throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(0);
        if (metadata == null || !JPEG_METADATA.equals(metadata.getNativeMetadataFormatName())) return UPRIGHT;
        var root = (IIOMetadataNode) metadata.getAsTree(JPEG_METADATA);
        NodeList markers = root.getElementsByTagName("unknown");
        for (int i = 0; i < markers.getLength(); i++) {
            var marker = (IIOMetadataNode) markers.item(i);
            if (Integer.toString(APP1).equals(marker.getAttribute("MarkerTag"))
                    && marker.getUserObject() instanceof byte[] segment) {
                return parse(segment);
            }
        }
        return UPRIGHT;
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
