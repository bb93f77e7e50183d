package dev.parley.web.portal;

import dev.parley.access.Deactivations;
import dev.parley.shared.DeskException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A colleague leaves: asked for on the person's own page, behind a second step. */
@Named
@RequestScoped
public class LeavingPart {
    @Inject
    private Administration administration;

    @Inject
    private Deactivations deactivations;

    /** Whether this person can be taken out by the one who asks. @param above whether the role is above the caller's */
    public boolean possible(String id, boolean above) {
        return id != null
                && !above
                && !id.equals(administration.caller().requireStaff().publicId());
    }

    /** Out at once. */
    public void deactivate(String id) {
        try {
            deactivations.deactivate(administration.caller(), id);
            administration.lead("/portal/people?saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }
}
