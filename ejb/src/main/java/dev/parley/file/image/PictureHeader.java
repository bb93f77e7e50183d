package dev.parley.file.image;

import dev.parley.file.UnfitPicture;
import dev.parley.file.UnfitPicture.Why;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a picture says of itself before anything of it is decoded: a few kilobytes can claim a hundred thousand pixels a side, or a
 * thousand passes over as many.
 *
 * @param format as ImageIO calls it: {@code png} or {@code jpeg}
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 */
record PictureHeader(String format, int width, int height) {
    static final int LONGEST_SIDE = 4096;
    /** A progressive JPEG has some ten; each is another pass over all pixels. */
    private static final int MOST_SCANS = 100;

    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int IHDR = 0x49484452;
    private static final int START_OF_IMAGE = 0xffd8;
    private static final int START_OF_SCAN = 0xda;

    /** @throws UnfitPicture if it is no PNG or JPEG, or says to be larger than {@link #LONGEST_SIDE} on a side */
    static PictureHeader of(byte[] picture) {
        if (picture.length == 0) throw new UnfitPicture(Why.EMPTY);
        try {
            PictureHeader header = read(picture);
            if (header.width < 1 || header.height < 1) throw new UnfitPicture(Why.BROKEN);
            if (header.width > LONGEST_SIDE || header.height > LONGEST_SIDE) throw new UnfitPicture(Why.PIXELS);
            return header;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new UnfitPicture(Why.BROKEN, e);
        }
    }

    private static PictureHeader read(byte[] picture) {
        ByteBuffer in = ByteBuffer.wrap(picture);
        if (picture.length > 8 && in.getLong(0) == PNG) return png(in);
        if (picture.length > 2 && (in.getShort(0) & 0xffff) == START_OF_IMAGE) return jpeg(in);
        String start = new String(picture, 0, Math.min(picture.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) throw new UnfitPicture(Why.WEBP);
        if (start.toLowerCase(Locale.ROOT).contains("<svg") || start.startsWith("<?xml"))
            throw new UnfitPicture(Why.VECTOR);
        throw new UnfitPicture(Why.KIND);
    }

    private static PictureHeader png(ByteBuffer in) {
        if (in.getInt(12) != IHDR) throw new UnfitPicture(Why.BROKEN);
        return new PictureHeader("png", in.getInt(16), in.getInt(20));
    }

    private static PictureHeader jpeg(ByteBuffer in) {
        if (scans(in) > MOST_SCANS) throw new UnfitPicture(Why.BROKEN);
        in.position(2);
        while (true) {
            if ((in.get() & 0xff) != 0xff) throw new UnfitPicture(Why.BROKEN);
            int marker = in.get() & 0xff;
            while (marker == 0xff) marker = in.get() & 0xff; // as many as the writer likes
            if (marker == START_OF_SCAN) throw new UnfitPicture(Why.BROKEN);
            int length = in.getShort() & 0xffff;
            if (startsFrame(marker)) {
                in.get(); // bits of a sample
                int height = in.getShort() & 0xffff;
                return new PictureHeader("jpeg", in.getShort() & 0xffff, height);
            }
            if (length < 2) throw new UnfitPicture(Why.BROKEN);
            in.position(Math.min(in.position() + length - 2, in.limit()));
        }
    }

    /** C0 to CF, but for the tables of Huffman and arithmetic coding, which stand among them. */
    private static boolean startsFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Within the coded pixels an FF is never followed by DA, so these are the scans and at most a few of a small picture inside EXIF. */
    private static int scans(ByteBuffer in) {
        int scans = 0;
        for (int at = 0; at < in.limit() - 1; at++)
            if (in.get(at) == (byte) 0xff && (in.get(at + 1) & 0xff) == START_OF_SCAN) scans++;
        return scans;
    }
}
