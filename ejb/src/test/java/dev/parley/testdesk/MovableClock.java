package dev.parley.testdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Goes like the system's clock, and further where a test says so. */
public final class MovableClock extends Clock {
    private final AtomicLong aheadNanos = new AtomicLong();

    /** Everything from now on happens so much later. */
    public void advance(Duration by) {
        aheadNanos.addAndGet(by.toNanos());
    }

    @Override
    public Instant instant() {
        return Instant.now().plusNanos(aheadNanos.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
