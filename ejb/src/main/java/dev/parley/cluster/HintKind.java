package dev.parley.cluster;

import java.util.Optional;

/** What a hint is about, with the word that stands for it on the way. */
public enum HintKind {
    /** Hints were lost: whoever hears it looks at everything that is followed on its node. */
    ALL("all"),
    /** The conversation has rows up to {@code seq}. */
    MESSAGE("m"),
    OPENED("op"),
    ASSIGNED("as"),
    JOINED("jo"),
    LEFT("le"),
    REQUEUED("rq"),
    TRANSFERRED("tr"),
    CLOSED("cl"),
    REOPENED("ro"),
    /** Tags, priority or a clock of the conversation are others: colleagues are told how it stands. */
    STANDING("st"),
    /** A note was written; {@code word} is its id. */
    NOTED("no"),
    /** The note {@code word} names the colleague {@code person}. */
    MENTIONED("me"),
    /** The colleague {@code person} has looked at the notes of the conversation with the public id {@code word}. */
    SEEN("se"),
    /** The reader with the public id {@code word} has received or read more. */
    READ("rd"),
    /** Somebody writes; {@code word} is the public id, {@code seq} 1 while it is so, {@code person} 1 if it is a visitor. */
    TYPING("ty"),
    /** More is known of the visitor {@code person}. */
    VISITOR("vi"),
    /** Places in the department's queue have moved. */
    QUEUE("qu"),
    /** The agent {@code person} has other offers. */
    OFFERS("of"),
    /** The agent {@code person} has another presence. */
    PRESENCE("pr"),
    /** Who can be reached in the company may be others. */
    AVAILABILITY("av"),
    /** The colleague {@code person} has another role, or sign-ins that ended. */
    STAFF("sf"),
    /** A promise was not kept; {@code word} is the measure, {@code seq} when it was due, in milliseconds. */
    OVERDUE("du");

    private final String wire;

    HintKind(String wire) {
        this.wire = wire;
    }

    /** As it stands in a payload. */
    public String wire() {
        return wire;
    }

    /** Empty for what a newer node may say. */
    static Optional<HintKind> of(String wire) {
        for (HintKind kind : values()) if (kind.wire.equals(wire)) return Optional.of(kind);
        return Optional.empty();
    }
}
