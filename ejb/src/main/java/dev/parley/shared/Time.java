package dev.parley.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The desk's clock: doors inject it and pass the moment inward, so that tests can set it. */
@ApplicationScoped
public class Time {
    @Produces
    public Clock clock() {
        return Clock.systemUTC();
    }
}
