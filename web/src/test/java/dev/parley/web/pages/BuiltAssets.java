package dev.parley.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The widget's files as its build left them in its jar, read without a server. */
class BuiltAssets extends Assets {
    @Override
    Optional<byte[]> read(String path) {
        try (InputStream in = getClass().getResourceAsStream("/META-INF/resources" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
