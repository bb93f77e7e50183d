package dev.parley.web.portal;

import dev.parley.access.HeldFactors;
import dev.parley.access.LostFactors;
import dev.parley.shared.DeskException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A colleague has lost what signs in beside the password: helped on the person's own page, behind a second step. */
@Named
@RequestScoped
public class LostFactorsPart {
    @Inject
    private Administration administration;

    @Inject
    private LostFactors lost;

    @Inject
    private LeavingPart leaving;

    private HeldFactors held;

    /** Whether there is anything that the one who asks may take away. @param above whether the role is above the caller's */
    public boolean possible(String id, boolean above) {
        return leaving.possible(id, above) && held(id).any();
    }

    /** What it is, in a sentence. */
    public String about(String id) {
        return administration.words().say("lost.held", held(id).codes() ? 1 : 0, held(id).passkeys());
    }

    private HeldFactors held(String id) {
        if (held == null) {
            try {
                held = lost.held(administration.caller(), id);
            } catch (DeskException nobody) {
                held = new HeldFactors(false, 0);
            }
        }
        return held;
    }

    /** The password alone from now on. */
    public void forget(String id) {
        try {
            lost.forget(administration.caller(), id);
            administration.lead("/portal/person?id=" + id + "&saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }
}
