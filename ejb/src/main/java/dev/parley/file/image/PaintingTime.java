package dev.parley.file.image;

import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** How long a picture may take: asked with every few lines that are decoded, it ends the reading when the time is up. */
final class PaintingTime implements IIOReadProgressListener {
    private final long end;
    private boolean over;

    PaintingTime(Duration patience) {
        end = System.nanoTime() + patience.toNanos();
    }

    /** Whether it was ended, so that what was read is not the picture. */
    boolean over() {
        return over;
    }

    private void look(ImageReader reader) {
        if (System.nanoTime() - end < 0) return;
        over = true;
        reader.abort();
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        look(source);
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {
        look(source);
    }

    @Override
    public void imageComplete(ImageReader source) {
        // in time
    }

    @Override
    public void readAborted(ImageReader source) {
        over = true;
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {
        // one picture is read
    }

    @Override
    public void sequenceComplete(ImageReader source) {
        // one picture is read
    }

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
        // none are read
    }

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {
        // none are read
    }

    @Override
    public void thumbnailComplete(ImageReader source) {
        // none are read
    }
}
