package dev.parley.architecture.planted.conversation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** Forgets to say who may call one of its methods. */
@Stateless
public class OpenDoor {
    @PermitAll
    public void saysWhoMayCall() {
        // nothing to do: only its annotation matters
    }

    public void anybodyMayCall() {
        // nothing to do: only its missing annotation matters
    }
}
