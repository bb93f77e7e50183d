package dev.parley.file.image;

import dev.parley.file.DrawnPicture;
import dev.parley.file.PictureUse;
import dev.parley.file.UnfitPicture;
import dev.parley.file.UnfitPicture.Why;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
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
 * Draws an uploaded picture anew as what it is for. Its header is believed for nothing but refusing it; then only every n-th pixel of the
 * part that is wanted is decoded, in a bounded time. Upright by EXIF, of which nothing stays, nor of anything else around the pixels.
 */
public final class PicturePainter {
    private static final int PORTRAIT = 256;
    private static final Dimension LOGO = new Dimension(480, 160);
    /** Twice as wide as a panel beside a page; where the panel fills the page it is as wide as a column. */
    private static final Dimension HEADER = new Dimension(1200, 800);
    /** Decoded this much larger than drawn, so that halving it smooths. */
    private static final int ROUGH = 4;

    /** So many pixels at most are decoded: 16 bits of four colours each are 34 MB. */
    private static final int DECODED = 4_200_000;

    private static final float QUALITY = 0.88f;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** @throws UnfitPicture if it is none that can be drawn, saying why */
    public DrawnPicture paint(byte[] original, PictureUse use) {
        PictureHeader header = PictureHeader.of(original);
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(header.format()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(original))) {
            Orientation orientation = Orientation.of(in);
            reader.setInput(in, true, true);
            return draw(reader, header, orientation, use);
        } catch (UnfitPicture e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // ImageIO's readers answer broken files with any of them, not only with IIOException
            throw new UnfitPicture(Why.BROKEN, e);
        } finally {
            reader.dispose();
        }
    }

    private static DrawnPicture draw(ImageReader reader, PictureHeader header, Orientation held, PictureUse use)
            throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width != header.width() || height != header.height()) throw new UnfitPicture(Why.BROKEN);
        Rectangle part = use == PictureUse.PORTRAIT ? middle(width, height) : new Rectangle(width, height);
        Dimension size = switch (use) {
            case PORTRAIT -> new Dimension(PORTRAIT, PORTRAIT);
            case LOGO -> fitting(part, held, LOGO);
            case HEADER -> fitting(part, held, HEADER);
        };
        // as it lies in the file
        Dimension lying = held.turned() ? new Dimension(size.height, size.width) : size;
        BufferedImage rough = decode(reader, part, lying);
        boolean glass = use == PictureUse.LOGO && rough.getColorModel().hasAlpha();
        while (rough.getWidth() >= 2 * lying.width && rough.getHeight() >= 2 * lying.height)
            rough = scale(
                    rough, new Dimension(rough.getWidth() / 2, rough.getHeight() / 2), Orientation.UPRIGHT, glass);
        String format = use == PictureUse.LOGO ? header.format() : "jpeg";
        return encode(scale(rough, lying, held, glass), glass ? "png" : format, use);
    }

    private static BufferedImage decode(ImageReader reader, Rectangle part, Dimension lying) throws IOException {
        ImageReadParam sparse = reader.getDefaultReadParam();
        sparse.setSourceRegion(part);
        int step = Math.max(1, Math.min(part.width / (ROUGH * lying.width), part.height / (ROUGH * lying.height)));
        while ((long) (part.width / step) * (part.height / step) > DECODED) step++;
        sparse.setSourceSubsampling(step, step, 0, 0);
        var clock = new PaintingTime(PATIENCE);
        reader.addIIOReadProgressListener(clock);
        BufferedImage decoded = reader.read(0, sparse);
        if (clock.over()) throw new UnfitPicture(Why.BROKEN);
        return decoded;
    }

    /** The largest square in the middle. */
    private static Rectangle middle(int width, int height) {
        int side = Math.min(width, height);
        return new Rectangle((width - side) / 2, (height - side) / 2, side, side);
    }

    /** As large as it may be upright; never larger than it is. */
    private static Dimension fitting(Rectangle part, Orientation held, Dimension most) {
        int width = held.turned() ? part.height : part.width;
        int height = held.turned() ? part.width : part.height;
        double scale = Math.min(1, Math.min((double) most.width / width, (double) most.height / height));
        return new Dimension(
                Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }

    private static BufferedImage scale(BufferedImage image, Dimension to, Orientation held, boolean glass) {
        var drawn = new BufferedImage(
                held.turned() ? to.height : to.width,
                held.turned() ? to.width : to.height,
                glass ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            if (!glass) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            }
            AffineTransform place = held.upright(to.width, to.height);
            place.scale((double) to.width / image.getWidth(), (double) to.height / image.getHeight());
            pen.drawImage(image, place, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static DrawnPicture encode(BufferedImage image, String format, PictureUse use) throws IOException {
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
        return new DrawnPicture(use, "image/" + format, image.getWidth(), image.getHeight(), bytes.toByteArray());
    }
}
