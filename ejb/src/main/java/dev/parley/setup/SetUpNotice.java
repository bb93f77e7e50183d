package dev.parley.setup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Prints the set-up code when a node starts that nobody owns yet. */
@Singleton
@Startup
@DependsOn({"Migration", "DemoData"})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SetUpNotice {
    @Inject
    SetUp setUp;

    @PostConstruct
    void announceCode() {
        setUp.announce();
    }
}
