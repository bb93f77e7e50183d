package dev.parley.file;

import dev.parley.shared.Caller;

/** Who may see what is attached to a conversation. The conversation feature answers; while it does not, nobody may. */
public interface FileAccess {
    /** Whether the caller may read this conversation: its visitor, and the colleagues whose role and departments allow it. */
    boolean maySee(Caller caller, long conversationId);
}
