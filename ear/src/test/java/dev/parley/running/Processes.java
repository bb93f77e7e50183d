package dev.parley.running;

import java.time.Duration;

/** Ends processes that a test started. */
final class Processes {
    private Processes() {}

    /** SIGTERM, and after 30 seconds SIGKILL. */
    static void end(ProcessHandle process) {
        process.destroy();
        try {
            Await.until("the end of process " + process.pid(), Duration.ofSeconds(30), () -> !process.isAlive());
        } catch (AssertionError stubborn) {
            kill(process);
        }
    }

    /** SIGKILL, and waits until it is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        Await.until("the end of process " + process.pid(), Duration.ofSeconds(30), () -> !process.isAlive());
    }
}
