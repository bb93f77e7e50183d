package dev.parley.file.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws the small picture of an image. The size is read before anything is decoded, and only every n-th pixel is decoded, so a picture of
 * 40 million pixels costs the memory of its thumbnail. One at a time in a node: the original's bytes are in memory meanwhile.
 */
public final class ThumbnailPainter {
    /** Larger pictures are offered for download only. */
    public static final long MOST_PIXELS = 40_000_000;

    private static final float QUALITY = 0.82f;

    /**
     * The small picture, or nothing where the bytes are not a picture this Java can read, or it is too large. Of several frames the first
     * is taken.
     *
     * @param format {@code png}, {@code jpeg} or {@code gif}; other formats have no thumbnail
     */
    public synchronized Optional<Thumbnail> paint(InputStream original, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) return Optional.empty();
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(original)) {
            Orientation orientation = Orientation.of(in);
            reader.setInput(in, false, true);
            return draw(reader, orientation);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // ImageIO's readers answer broken files with any of them, not only with IIOException
            throw new IOException("not a picture: " + e, e);
        } finally {
            reader.dispose();
        }
    }

    private static Optional<Thumbnail> draw(ImageReader reader, Orientation orientation) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) return Optional.empty();
        ImageReadParam sparse = reader.getDefaultReadParam();
        // twice the size wanted, so that the last halving can still smooth
        int step = Math.max(1, Math.max(width, height) / (2 * Thumbnail.LONGEST_SIDE));
        sparse.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(encode(scale(reader.read(0, sparse), orientation)));
    }

    private static BufferedImage scale(BufferedImage image, Orientation orientation) {
        double scale = Math.min(1, (double) Thumbnail.LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean transparent = image.getColorModel().hasAlpha();
        var small = new BufferedImage(
                orientation.turned() ? height : width,
                orientation.turned() ? width : height,
                transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            if (!transparent) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, small.getWidth(), small.getHeight());
            }
            AffineTransform place = orientation.upright(width, height);
            place.scale((double) width / image.getWidth(), (double) height / image.getHeight());
            pen.drawImage(image, place, null);
        } finally {
            pen.dispose();
        }
        return small;
    }

    private static Thumbnail encode(BufferedImage image) throws IOException {
        String format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return new Thumbnail("image/" + format, bytes.toByteArray());
    }
}
