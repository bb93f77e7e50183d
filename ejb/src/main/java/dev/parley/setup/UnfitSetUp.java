package dev.parley.setup;

import dev.parley.shared.Invalid;

/** Something of a {@link SetUpDraft} does not fit, and which. */
public class UnfitSetUp extends Invalid {
    private static final long serialVersionUID = 1;

    private final SetUpField field;

    UnfitSetUp(SetUpField field, String message, Invalid cause) {
        super(message, cause);
        this.field = field;
    }

    /** What has to be said otherwise. */
    public SetUpField field() {
        return field;
    }
}
