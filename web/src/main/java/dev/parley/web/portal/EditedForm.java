package dev.parley.web.portal;

import java.io.Serializable;
import java.util.List;

/**
 * A form that one administrator fills in while another may change the same. It lives as long as its page is open; what is typed stays
 * typed, whatever becomes of saving it.
 */
public abstract class EditedForm implements Serializable {
    private static final long serialVersionUID = 1;

    private boolean unsaved;
    private String who;
    private List<TheirChange> theirs = List.of();

    /** Something was changed here that is not saved; leaving the page asks first. */
    protected void touched() {
        unsaved = true;
    }

    /**
     * Somebody else was quicker.
     *
     * @param by who and when, or empty
     */
    protected void overtaken(String by, List<TheirChange> changes) {
        who = by;
        theirs = List.copyOf(changes);
        unsaved = true;
    }

    public boolean isUnsaved() {
        return unsaved;
    }

    /** Who was quicker, and when. */
    public String getWho() {
        return who;
    }

    public List<TheirChange> getTheirs() {
        return theirs;
    }

    public boolean isOvertaken() {
        return !theirs.isEmpty();
    }
}
