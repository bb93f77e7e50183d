package dev.parley.file.image;

import static dev.parley.file.content.Samples.encode;
import static dev.parley.file.content.Samples.join;
import static dev.parley.file.content.Samples.picture;
import static dev.parley.file.content.Samples.text;
import static dev.parley.file.image.RawPictures.png;
import static dev.parley.file.image.RawPictures.withExif;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.parley.file.DrawnPicture;
import dev.parley.file.FileKind;
import dev.parley.file.PictureUse;
import dev.parley.file.UnfitPicture;
import dev.parley.file.UnfitPicture.Why;
import dev.parley.file.content.Samples;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("COM-3")
@Tag("WID-20")
class PicturePainterTest {
    private final PicturePainter painter = new PicturePainter();

    @ParameterizedTest
    @CsvSource({"png,2000,1000", "jpeg,1000,3001", "jpeg,256,256", "png,20,10", "png,4096,1", "png,1,1"})
    void a_photo_is_the_square_in_the_middle(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int side = Math.min(width, height);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect((width - side) / 2, (height - side) / 2, side, side);
        pen.dispose();

        DrawnPicture photo = paint(encode(image, format), PictureUse.PORTRAIT);

        assertThat(photo.type()).isEqualTo("image/jpeg");
        BufferedImage drawn = decode(photo);
        assertThat(drawn.getWidth()).isEqualTo(256);
        assertThat(drawn.getHeight()).isEqualTo(256);
        // a line of one pixel among others is smeared by JPEG before it comes here
        int edge = side < 2 ? 128 : 4;
        for (int at : new int[] {edge, 128, 255 - edge}) {
            assertThat(red(drawn, at, 128)).as("at %d, middle", at).isTrue();
            assertThat(red(drawn, 128, at)).as("middle, at %d", at).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"4000,1000,480,120", "100,4000,4,160", "960,320,480,160", "60,20,60,20", "4096,4096,160,160"})
    void a_logo_fits_its_place_and_is_never_enlarged(int width, int height, int newWidth, int newHeight) {
        DrawnPicture logo = paint(picture("png", width, height), PictureUse.LOGO);

        assertThat(logo).extracting(DrawnPicture::width, DrawnPicture::height).containsExactly(newWidth, newHeight);
        assertThat(logo.type()).isEqualTo("image/png");
        assertThat(paint(picture("jpeg", width, height), PictureUse.LOGO).type())
                .isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({"4000,1000,1200,300", "600,200,600,200", "1000,4000,200,800"})
    void what_lies_at_the_head_is_a_jpeg_as_large_as_it_may_be(int width, int height, int newWidth, int newHeight) {
        DrawnPicture header = paint(picture("png", width, height), PictureUse.HEADER);

        assertThat(header).extracting(DrawnPicture::width, DrawnPicture::height).containsExactly(newWidth, newHeight);
        assertThat(header.type()).isEqualTo("image/jpeg");
    }

    @Test
    void the_transparency_of_a_logo_is_kept_and_that_of_a_photo_becomes_white() throws IOException {
        var glass = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 300; x++) for (int y = 0; y < 600; y++) glass.setRGB(x, y, 0xff0000ff);

        BufferedImage logo = decode(paint(encode(glass, "png"), PictureUse.LOGO));
        BufferedImage photo = decode(paint(encode(glass, "png"), PictureUse.PORTRAIT));

        assertThat(logo.getRGB(10, 80)).isEqualTo(0xff0000ff);
        assertThat(logo.getRGB(150, 80) >>> 24).isZero();
        assertThat(photo.getColorModel().hasAlpha()).isFalse();
        assertThat(new Color(photo.getRGB(250, 128)).getGreen()).isGreaterThan(240);
    }

    /** Red lies in the upper left as a person sees it, however the camera was held. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,0,1", "7,1,1", "8,1,0"})
    void a_photograph_stands_upright(int orientation, int storedX, int storedY) throws IOException {
        var stored = new BufferedImage(1600, 800, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 800; x++)
            for (int y = 0; y < 400; y++) stored.setRGB(x + storedX * 800, y + storedY * 400, 0xff0000);
        byte[] jpeg = withExif(encode(stored, "jpeg"), orientation, "x");

        BufferedImage photo = decode(paint(jpeg, PictureUse.PORTRAIT));
        DrawnPicture logo = paint(jpeg, PictureUse.LOGO);

        assertThat(red(photo, 64, 64)).isTrue();
        assertThat(red(photo, 192, 64)).isFalse();
        assertThat(red(photo, 64, 192)).isFalse();
        assertThat(red(photo, 192, 192)).isFalse();
        assertThat(logo.width()).isEqualTo(orientation >= 5 ? 80 : 320);
        assertThat(logo.height()).isEqualTo(160);
        assertThat(red(decode(logo), 10, 10)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(PictureUse.class)
    void nothing_of_the_original_but_its_pixels_is_left(PictureUse use) {
        byte[] jpeg = withExif(picture("jpeg", 40, 20), 1, "GPS 52.5200 N");
        byte[] polyglot = join(jpeg, text("<script>alert(1)</script>"));

        String drawn = new String(paint(polyglot, use).bytes(), StandardCharsets.ISO_8859_1);

        assertThat(drawn).doesNotContain("GPS", "Exif", "script");
    }

    @Test
    void what_claims_too_many_pixels_is_refused_before_any_is_decoded() throws IOException {
        assertThat(refused(png(100_000, 100_000, new byte[0]))).isEqualTo(Why.PIXELS);
        assertThat(refused(png(4096, 4097, new byte[0]))).isEqualTo(Why.PIXELS);
        assertThat(refused(png(-1, 4096, new byte[0]))).isEqualTo(Why.BROKEN);
        assertThat(refused(claiming(picture("jpeg", 40, 20), 5000, 20))).isEqualTo(Why.PIXELS);
        assertThat(refused(claiming(picture("jpeg", 40, 20), 0, 20))).isEqualTo(Why.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"PORTRAIT,25", "LOGO,25", "HEADER,40"})
    void the_largest_picture_costs_the_memory_of_what_is_drawn_of_it(PictureUse use, int megabytes) throws IOException {
        byte[] large = png(4096, 4096, new byte[4096 * (1 + 4096 * 3)]);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        paint(large, use);

        // all of its pixels would be 50 MB
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan((long) megabytes << 20);
    }

    @Test
    void a_picture_of_a_thousand_passes_is_refused() {
        byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 2};
        byte[] jpeg = picture("jpeg", 40, 20);
        byte[][] scans = new byte[101][];
        Arrays.fill(scans, scan);

        assertThat(refused(join(jpeg, join(scans)))).isEqualTo(Why.BROKEN);
    }

    @Test
    void what_is_no_picture_of_ours_is_refused_with_its_reason() {
        assertThat(refused(new byte[0])).isEqualTo(Why.EMPTY);
        assertThat(refused(text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")))
                .isEqualTo(Why.VECTOR);
        assertThat(refused(text("<?xml version='1.0'?><!DOCTYPE svg>"))).isEqualTo(Why.VECTOR);
        assertThat(refused(Samples.of(FileKind.WEBP))).isEqualTo(Why.WEBP);
        assertThat(refused(picture("gif", 20, 10))).isEqualTo(Why.KIND);
        assertThat(refused(text("MZ"))).isEqualTo(Why.KIND);
        assertThat(refused(Arrays.copyOf(picture("png", 20, 10), 20))).isEqualTo(Why.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"png", "jpeg"})
    void a_broken_picture_is_refused_or_drawn_and_breaks_nothing(String format) {
        byte[] whole = picture(format, 64, 64);
        for (int i = 0; i < whole.length; i += Math.max(1, whole.length / 80)) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 0x55;
            tryToPaint(Arrays.copyOf(whole, i));
            tryToPaint(flipped);
        }
    }

    /** Any other failure than a refusal fails the test. */
    private void tryToPaint(byte[] bytes) {
        try {
            paint(bytes, PictureUse.LOGO);
        } catch (UnfitPicture e) {
            assertThat(e.why()).isNotNull();
        }
    }

    /** The same with another size in its header. */
    private static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] claiming = jpeg.clone();
        for (int at = 2; at < jpeg.length - 9; at++) {
            if ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xc0) continue;
            claiming[at + 5] = (byte) (height >> 8);
            claiming[at + 6] = (byte) height;
            claiming[at + 7] = (byte) (width >> 8);
            claiming[at + 8] = (byte) width;
            return claiming;
        }
        throw new AssertionError("no frame");
    }

    private Why refused(byte[] bytes) {
        return catchThrowableOfType(UnfitPicture.class, () -> paint(bytes, PictureUse.PORTRAIT))
                .why();
    }

    private DrawnPicture paint(byte[] bytes, PictureUse use) {
        return painter.paint(bytes, use);
    }

    private static BufferedImage decode(DrawnPicture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    private static boolean red(BufferedImage image, int x, int y) {
        var color = new Color(image.getRGB(x, y));
        return color.getRed() > 150 && color.getBlue() < 100;
    }
}
