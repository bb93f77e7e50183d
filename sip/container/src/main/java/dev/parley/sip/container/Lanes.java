package dev.parley.sip.container;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The bounded queue between sockets and servlets. Work of one key goes down one lane, so it keeps its order; a full lane
 * refuses more, and the sender hears 503 at once instead of waiting and retransmitting.
 */
final class Lanes implements AutoCloseable {
    private final List<ThreadPoolExecutor> lanes;

    Lanes(int count, int depth, ClassLoader loader) {
        lanes = IntStream.range(0, count).mapToObj(i -> lane(i, depth, loader)).toList();
    }

    private static ThreadPoolExecutor lane(int number, int depth, ClassLoader loader) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(depth), work -> {
            Thread thread = new Thread(work, "sip-lane-" + number);
            thread.setDaemon(true);
            thread.setContextClassLoader(loader); // of the application: servlets may look things up by it
            return thread;
        });
    }

    /** Whether {@code work} found a place. */
    boolean offer(Object key, Runnable work) {
        try {
            lanes.get(Math.floorMod(key.hashCode(), lanes.size())).execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** Drops what waits, and lets what is being worked on end, a moment long. */
    @Override
    public void close() {
        lanes.forEach(lane -> {
            lane.getQueue().clear();
            lane.shutdown();
        });
        for (ThreadPoolExecutor lane : lanes) {
            try {
                if (!lane.awaitTermination(2, TimeUnit.SECONDS)) {
                    lane.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
