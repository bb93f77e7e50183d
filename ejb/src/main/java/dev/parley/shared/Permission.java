package dev.parley.shared;

/** What a colleague can be allowed; the doors ask for these by name. */
public enum Permission {
    /** Present, accept, answer, note, transfer, close; sees the conversations of the own departments. */
    ANSWER_CONVERSATIONS,
    /** Sees every conversation of the company, whatever its department. */
    SEE_ALL_CONVERSATIONS,
    SEE_COLLEAGUES,
    /** Takes away what a colleague noted on a person. */
    REMOVE_NOTES_OF_OTHERS,
    SET_OTHERS_PRESENCE,
    /** From which address of the network a visitor came last. */
    SEE_VISITOR_ADDRESS,
    SEE_REPORTS,
    /** Writes the prepared answers that agents use. */
    KEEP_CANNED_RESPONSES,
    EDIT_KNOWLEDGE,
    /** Departments, agents, sites, hours, tags and the rest of the company's settings. */
    ADMINISTER_COMPANY,
    /** What only the owner may: ownership itself. */
    OWN_COMPANY
}
