package dev.parley.web.health;

import dev.parley.db.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code PARLEY_DATA} can be written and has room: files, and the embedded database, live there. */
@Readiness
@ApplicationScoped
public class DiskReady implements HealthCheck {
    /** Room for two files of the greatest size. */
    private static final long LEAST = 50_000_000;

    @Override
    public HealthCheckResponse call() {
        try {
            Path data = Settings.data();
            long free = Files.getFileStore(data).getUsableSpace();
            return HealthCheckResponse.named("disk")
                    .withData("freeMegabytes", free / 1_000_000)
                    .status(Files.isWritable(data) && free >= LEAST)
                    .build();
        } catch (IOException e) {
            return HealthCheckResponse.down("disk");
        }
    }
}
