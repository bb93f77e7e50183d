package dev.parley.web.socket.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does what must not hold a socket's or the publisher's thread: replays, pushes that ask the database. A pool of its own, because Payara's
 * default executor runs one task at a time (no core threads, endless queue) and would let a slow one hold all.
 */
@ApplicationScoped
public class Workers implements Executor {
    private static final int THREADS = 6;
    private static final int WAITING = 20_000;

    @Resource
    private ManagedThreadFactory threads;

    private ThreadPoolExecutor pool;

    @PostConstruct
    void open() {
        pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    /** @throws java.util.concurrent.RejectedExecutionException if 20,000 tasks wait */
    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }
}
