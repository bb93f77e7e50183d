package dev.parley.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a phone's bindings. Called while the phone is locked, so it must be quick and ask nobody. */
@FunctionalInterface
public interface BindingRule<D extends BindingRule.Decision> {
    /** What was decided. */
    interface Decision {
        /** The bindings from now on; nothing where they stay as they are. */
        Optional<List<Binding>> change();
    }

    /** @param current the bindings that hold at {@code now}, oldest first */
    D decide(List<Binding> current, Instant now);
}
