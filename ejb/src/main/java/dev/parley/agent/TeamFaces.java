package dev.parley.agent;

import dev.parley.agent.persistence.Presences;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Whom a visitor would meet: for everybody to see where a site shows its people. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TeamFaces {
    private static final int MOST = 3;

    @Inject
    Presences presences;

    @Inject
    LeaseBook leases;

    /** Those of the company who are available with a live socket and have a photo, by name; at most three. */
    public List<TeamFace> there(long companyId) {
        return presences.faces(companyId, leases.liveAfter(), MOST);
    }
}
