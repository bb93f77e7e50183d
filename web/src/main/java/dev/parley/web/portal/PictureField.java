package dev.parley.web.portal;

import dev.parley.file.DrawnPicture;
import dev.parley.file.UnfitPicture;
import dev.parley.shared.DeskException;
import dev.parley.shared.TooLarge;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A picture in a form: as it is, another that was chosen, or none from now on. What was chosen is drawn at once and waits here until the
 * form is saved, so that it is not lost when something else does not fit.
 */
public final class PictureField implements Serializable {
    private static final long serialVersionUID = 1;

    private transient Part file;
    private DrawnPicture waiting;
    private boolean none;

    /**
     * Draws what was chosen, if anything was.
     *
     * @param problems takes the key of what the page says
     * @return false if it cannot become a picture: then what was there before stays
     */
    public boolean take(Function<InputStream, DrawnPicture> draw, BiConsumer<String, Object[]> problems) {
        Part chosen = file;
        file = null;
        if (chosen == null || chosen.getSize() == 0) return true;
        try (InputStream content = chosen.getInputStream()) {
            waiting = draw.apply(content);
            none = false;
            return true;
        } catch (UnfitPicture e) {
            problems.accept(key(e.why()), new Object[0]);
        } catch (TooLarge e) {
            problems.accept("picture.tooLarge", new Object[0]);
        } catch (DeskException | IOException e) {
            problems.accept("form.refused", new Object[] {e.getMessage()});
        }
        return false;
    }

    private static String key(UnfitPicture.Why why) {
        return switch (why) {
            case EMPTY -> "picture.empty";
            case VECTOR -> "picture.vector";
            case WEBP -> "picture.webp";
            case KIND -> "picture.kind";
            case PIXELS -> "picture.pixels";
            case BROKEN -> "picture.broken";
            case MALWARE -> "picture.malware";
        };
    }

    /** What was chosen and is not saved yet, or null. */
    public DrawnPicture waiting() {
        return none ? null : waiting;
    }

    /** Whether saving makes it another. */
    public boolean changes() {
        return none || waiting != null;
    }

    /** It is as it was saved. */
    public void settled() {
        waiting = null;
        none = false;
    }

    /** Where it is seen if it is saved so. @param saved where it is seen now, or null */
    public String address(String saved) {
        if (none) return null;
        return waiting == null ? saved : waiting.dataUrl();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** Whether there shall be no picture any more. */
    public boolean isNone() {
        return none;
    }

    public void setNone(boolean none) {
        this.none = none;
    }
}
