package dev.parley.web.portal;

import dev.parley.company.SitePicture;
import dev.parley.file.DrawnPicture;
import java.io.InputStream;
import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One picture on the page of a site: as it is saved, as it would be if it were saved now, and why what was chosen cannot be one. */
public final class SitePicturePart implements Serializable {
    private static final long serialVersionUID = 1;

    private final PictureField field = new PictureField();
    private SitePicture saved;
    private String problem;

    /** It is saved so; {@code now} may be null. */
    void see(SitePicture now) {
        saved = now;
    }

    /** As {@link PictureField#take}. */
    boolean take(Function<InputStream, DrawnPicture> draw, BiConsumer<String, Object[]> problems) {
        return field.take(draw, problems);
    }

    /** As {@link PictureField#take}, and keeps what goes wrong for the page. @param say gives a problem's words */
    void draw(Function<InputStream, DrawnPicture> draw, Say say) {
        problem = null;
        field.take(draw, (key, values) -> problem = say.words(key, values));
    }

    /** Says a text of the page's language. */
    interface Say {
        String words(String key, Object... values);
    }

    /** As it would be if it were saved now, or null. */
    SitePicture shown() {
        DrawnPicture waiting = field.waiting();
        if (waiting != null) return new SitePicture(waiting.dataUrl(), waiting.width(), waiting.height());
        return field.isNone() ? null : saved;
    }

    /** Whether saving makes it another. */
    boolean changes() {
        return field.changes();
    }

    /** It has been saved as {@code now}, which may be null. @return whether that made it another */
    boolean settled(SitePicture now) {
        boolean another = saved != null || now != null;
        saved = now;
        field.settled();
        return another;
    }

    /** What was chosen and is not saved yet, or null. */
    DrawnPicture waiting() {
        return field.waiting();
    }

    public PictureField getField() {
        return field;
    }

    /** Where it is seen if it is saved so, or null. */
    public String getAddress() {
        SitePicture shown = shown();
        return shown == null ? null : shown.address();
    }

    /** Whether the address holds the picture itself. */
    public boolean isDrawnNow() {
        return field.waiting() != null;
    }

    /** Whether there is one to take away. */
    public boolean isThere() {
        return saved != null || field.changes();
    }

    /** Why what was chosen cannot be one, or null. */
    public String getProblem() {
        return problem;
    }
}
