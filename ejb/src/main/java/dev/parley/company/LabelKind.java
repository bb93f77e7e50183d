package dev.parley.company;

import dev.parley.audit.AuditKind;
import java.util.List;
import java.util.Locale;

/** What a {@link LabelView} is for; {@link #most} of a kind is what a company may have at once. */
public enum LabelKind {
    /** What a conversation is about; it can have several. */
    TAG(500, List.of()),
    /** How a conversation ended; it has one at most. */
    OUTCOME(50, List.of("Solved", "Not solved", "Passed on", "No answer", "Spam")),
    /** Why an agent is away. */
    AWAY(50, List.of("Break", "Lunch", "Meeting", "Training"));

    private final int most;
    private final List<String> standard;

    LabelKind(int most, List<String> standard) {
        this.most = most;
        this.standard = standard;
    }

    public int most() {
        return most;
    }

    /** The names that a new company begins with. */
    public List<String> standard() {
        return standard;
    }

    AuditKind auditKind() {
        return switch (this) {
            case TAG -> AuditKind.TAG;
            case OUTCOME -> AuditKind.OUTCOME;
            case AWAY -> AuditKind.AWAY_REASON;
        };
    }

    /** As it stands in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
