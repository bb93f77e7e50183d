package dev.parley.access;

import dev.parley.shared.Refused;
import java.util.List;

/** A role that somebody has is not removed. */
public class RoleInUse extends Refused {
    private static final long serialVersionUID = 1;
    private static final int NAMED = 10;

    private final String who;

    RoleInUse(List<String> holders) {
        super("Give another role first to: " + named(holders) + ".");
        who = named(holders);
    }

    private static String named(List<String> holders) {
        String first = String.join(", ", holders.subList(0, Math.min(NAMED, holders.size())));
        return holders.size() > NAMED ? first + " +" + (holders.size() - NAMED) : first;
    }

    /** Who has it: at most ten names, and how many more. */
    public String who() {
        return who;
    }
}
