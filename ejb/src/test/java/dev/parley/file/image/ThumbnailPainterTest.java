package dev.parley.file.image;

import static dev.parley.file.content.Samples.encode;
import static dev.parley.file.content.Samples.join;
import static dev.parley.file.content.Samples.picture;
import static dev.parley.file.content.Samples.text;
import static dev.parley.file.image.RawPictures.png;
import static dev.parley.file.image.RawPictures.withExif;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CHAT-12")
class ThumbnailPainterTest {
    private final ThumbnailPainter painter = new ThumbnailPainter();

    @ParameterizedTest
    @CsvSource({
        "png,2000,1000,640,320",
        "jpeg,1000,3001,213,640",
        "gif,641,10,640,10",
        "png,20,10,20,10",
        "jpeg,5000,1,640,1"
    })
    void the_longest_side_is_at_most_640(String format, int width, int height, int newWidth, int newHeight)
            throws IOException {
        BufferedImage small =
                decode(paint(picture(format, width, height), format).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(newWidth);
        assertThat(small.getHeight()).isEqualTo(newHeight);
    }

    @Test
    void transparency_is_kept_as_png_and_the_rest_becomes_jpeg() throws IOException {
        byte[] glass = encode(new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB), "png");

        assertThat(paint(glass, "png").orElseThrow().type()).isEqualTo("image/png");
        assertThat(paint(picture("png", 30, 30), "png").orElseThrow().type()).isEqualTo("image/jpeg");
    }

    @Test
    void nothing_of_the_original_but_its_pixels_is_left() throws IOException {
        byte[] jpeg = withExif(picture("jpeg", 40, 20), 1, "GPS 52.5200 N");
        byte[] polyglot = join(jpeg, text("<script>alert(1)</script>"));

        Thumbnail small = paint(polyglot, "jpeg").orElseThrow();

        assertThat(new String(small.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif", "script");
        assertThat(new String(polyglot, StandardCharsets.ISO_8859_1)).contains("GPS", "Exif", "script");
    }

    /** Red lies in the upper left as a person sees it, however the camera was held. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,0,1", "7,1,1", "8,1,0"})
    void a_photograph_stands_upright(int orientation, int storedX, int storedY) throws IOException {
        var stored = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 80; x++)
            for (int y = 0; y < 40; y++) stored.setRGB(x + storedX * 80, y + storedY * 40, 0xff0000);

        BufferedImage small = decode(paint(withExif(encode(stored, "jpeg"), orientation, "x"), "jpeg")
                .orElseThrow());

        boolean onItsSide = orientation >= 5;
        assertThat(small.getWidth()).isEqualTo(onItsSide ? 80 : 160);
        assertThat(isRed(small, 1, 1)).isTrue();
        assertThat(isRed(small, 3, 1)).isFalse();
        assertThat(isRed(small, 1, 3)).isFalse();
        assertThat(isRed(small, 3, 3)).isFalse();
    }

    @Test
    void a_flood_of_pixels_is_not_decoded() throws IOException {
        byte[] flood = png(100_000, 100_000, new byte[0]);
        assertThat(paint(flood, "png")).isEmpty();
        assertThat(paint(png(8_000, 5_001, new byte[0]), "png")).isEmpty();
    }

    @Test
    void forty_million_pixels_cost_the_memory_of_their_thumbnail() throws IOException {
        byte[] large = png(8_000, 5_000, new byte[5_000 * (1 + 8_000 * 3)]);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Thumbnail small = paint(large, "png").orElseThrow();

        // all of its pixels would be 120 MB
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(30 << 20);
        assertThat(decode(small).getWidth()).isEqualTo(640);
    }

    @Test
    void of_an_animation_the_first_frame_is_taken() throws IOException {
        var red = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);
        var blue = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 50; x++) {
            for (int y = 0; y < 50; y++) {
                red.setRGB(x, y, 0xff0000);
                blue.setRGB(x, y, 0x0000ff);
            }
        }
        assertThat(isRed(decode(paint(animation(red, blue), "gif").orElseThrow()), 1, 1))
                .isTrue();
    }

    @Test
    void a_broken_picture_has_no_thumbnail_and_breaks_nothing() {
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            byte[] whole = picture(format, 64, 64);
            for (int i = 0; i < whole.length; i += Math.max(1, whole.length / 60)) {
                byte[] cut = java.util.Arrays.copyOf(whole, i);
                byte[] flipped = whole.clone();
                flipped[i] ^= 0x55;
                tryToPaint(cut, format);
                tryToPaint(flipped, format);
            }
        }
        assertThat(tryToPaint(text("not a picture"), "png")).isFalse();
        assertThat(tryToPaint(picture("png", 9, 9), "webp")).isFalse();
    }

    /** Whether there was one; any other failure than IOException fails the test. */
    private boolean tryToPaint(byte[] bytes, String format) {
        try {
            return paint(bytes, format).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Thumbnail> paint(byte[] bytes, String format) throws IOException {
        return painter.paint(new ByteArrayInputStream(bytes), format);
    }

    private static BufferedImage decode(Thumbnail thumbnail) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
    }

    private static boolean isRed(BufferedImage image, int quarterX, int quarterY) {
        var color = new Color(image.getRGB(image.getWidth() * quarterX / 4, image.getHeight() * quarterY / 4));
        return color.getRed() > 150 && color.getBlue() < 100;
    }

    private static byte[] animation(BufferedImage... frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage frame : frames) writer.writeToSequence(new IIOImage(frame, null, null), null);
            writer.endWriteSequence();
        }
        return bytes.toByteArray();
    }
}
