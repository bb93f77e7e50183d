package dev.parley.routing;

import dev.parley.testdesk.TestDesk;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Looks at the tables all the time, every few milliseconds, and keeps the most that any agent was ever seen to hold, open conversations and offers together. */
final class LoadObserver implements AutoCloseable {
    private static final String HELD = """
            select max(n) from (select agent, count(*) as n from (
                select agent_id as agent from conversation where status = 'open'
                union all select account_id from offer where ended_at is null) held group by agent) loads
            """;

    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final TestDesk desk;
    private final Thread thread;
    private volatile boolean open = true;

    LoadObserver(TestDesk desk) {
        this.desk = desk;
        thread = new Thread(this::look, "observer");
        thread.start();
    }

    private void look() {
        while (open) {
            Object held = desk.ask(HELD);
            if (held != null) most.accumulateAndGet(((Number) held).intValue(), Math::max);
            looks.incrementAndGet();
            LockSupport.parkNanos(5_000_000);
        }
    }

    int most() {
        return most.get();
    }

    int looks() {
        return looks.get();
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join(20_000);
    }
}
