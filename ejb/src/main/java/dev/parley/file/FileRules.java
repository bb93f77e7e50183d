package dev.parley.file;

import dev.parley.shared.Invalid;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a company lets people upload: never more than Parley itself allows.
 *
 * @param maxBytes 1 to {@link #LIMIT}
 * @param kinds at least one
 */
public record FileRules(long maxBytes, Set<FileKind> kinds) {
    /** 25 MB (of 1,048,576 bytes): the most any company can allow. */
    public static final long LIMIT = 25L * 1024 * 1024;

    /** What holds where a company has not chosen. */
    public static final FileRules STANDARD = new FileRules(LIMIT, EnumSet.allOf(FileKind.class));

    public FileRules {
        if (maxBytes < 1 || maxBytes > LIMIT) throw new Invalid("A file may have 1 to " + LIMIT + " bytes.");
        if (kinds.isEmpty()) throw new Invalid("Allow at least one kind of file.");
        kinds = Set.copyOf(kinds);
    }
}
