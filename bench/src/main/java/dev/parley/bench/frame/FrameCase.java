package dev.parley.bench.frame;

import dev.parley.bench.client.RawSocket;
import java.io.IOException;
import java.util.function.Predicate;

/** One thing a client must not say, and the reactions that are right. */
record FrameCase(String name, Entrance entrance, Act act, Predicate<Guest.Reaction> right, String wanted) {
    /** Accepts that the connection ends without a close frame, as a reset overtakes it while more is being sent. */
    static final String DROPPED = "dropped";

    /** How far the guest has come. */
    enum Entrance {
        UNKNOWN_VISITOR,
        VISITOR,
        AGENT
    }

    /** What the guest does. */
    @FunctionalInterface
    interface Act {
        void on(RawSocket socket) throws IOException;
    }

    /** A case in which the desk answers with one of the errors and goes on, or closes with one of the codes. */
    static FrameCase text(String name, Entrance entrance, String text, String... errorsOrCodes) {
        return frame(name, entrance, socket -> socket.text(text), errorsOrCodes);
    }

    static FrameCase frame(String name, Entrance entrance, Act act, String... errorsOrCodes) {
        Predicate<Guest.Reaction> right = reaction -> {
            for (String wanted : errorsOrCodes) {
                if (met(reaction, wanted)) {
                    return true;
                }
            }
            return false;
        };
        return new FrameCase(name, entrance, act, right, String.join(" or ", errorsOrCodes));
    }

    private static boolean met(Guest.Reaction reaction, String wanted) {
        if (wanted.equals(DROPPED)) {
            return reaction.close() == Guest.Reaction.DROPPED;
        }
        return Character.isDigit(wanted.charAt(0))
                ? reaction.close() == Integer.parseInt(wanted)
                : reaction.error(wanted) && reaction.clear();
    }

    /** A case that is unusual and right: the desk goes on without an error. */
    static FrameCase fine(String name, Entrance entrance, Act act) {
        return new FrameCase(
                name,
                entrance,
                act,
                reaction -> reaction.open()
                        && reaction.clear()
                        && reaction.frames().stream()
                                .noneMatch(frame -> frame.path("type").asText().equals("error")),
                "no error");
    }

    /** A case where more than one reaction is right, as long as it is clear. */
    static FrameCase clear(String name, Entrance entrance, Act act) {
        return new FrameCase(name, entrance, act, Guest.Reaction::clear, "an error or a named close, or nothing");
    }
}
