package dev.parley.web.pages;

import java.util.function.Supplier;

/** An answer that is asked for when it is first needed, and then known for the rest of one request; not for several threads. */
final class Remembered<T> implements Supplier<T> {
    private final Supplier<T> source;
    private boolean known;
    private T answer;

    Remembered(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        if (!known) answer = source.get();
        known = true;
        return answer;
    }
}
