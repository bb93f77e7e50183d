package dev.parley.file.scan;

import dev.parley.db.Settings;
import dev.parley.file.FileScanner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.InetSocketAddress;

/** {@code PARLEY_CLAMAV=host:port} chooses ClamAV; without it there is no scanner. */
@ApplicationScoped
public class ScannerChoice {
    @Produces
    @ApplicationScoped
    public FileScanner scanner() {
        return Settings.find("PARLEY_CLAMAV")
                .<FileScanner>map(ScannerChoice::clamAv)
                .orElseGet(NoScanner::new);
    }

    /** @throws IllegalStateException if it is not {@code host:port}: a mistyped scanner must not become none */
    static ClamAvScanner clamAv(String address) {
        int colon = address.lastIndexOf(':');
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            if (colon < 1 || port < 1 || port > 65535) throw new NumberFormatException();
            String host = address.substring(0, colon).replaceAll("^\\[|]$", "");
            return new ClamAvScanner(InetSocketAddress.createUnresolved(host, port));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("PARLEY_CLAMAV must be host:port, not '" + address + "'", e);
        }
    }
}
