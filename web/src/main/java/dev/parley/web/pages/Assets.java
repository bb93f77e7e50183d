package dev.parley.web.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The static files of the application: ours under {@code /look} and {@code /shop}, the widget's under {@code /widget} (they lie in its
 * jar). An address made here carries a mark of the content, so that browsers may keep the file for a year. The files of the widget share
 * one mark, of all of them: a script finds its neighbours' addresses by its own, and pages need not name what is fetched later.
 */
@Named
@ApplicationScoped
public class Assets {
    private static final String WIDGET = "/widget/";
    /** The widget's build writes the shared mark there. */
    private static final String WIDGET_MARK = WIDGET + "mark.txt";

    private final ConcurrentHashMap<String, String> marks = new ConcurrentHashMap<>();
    private ServletContext context;

    protected Assets() {}

    @Inject
    public Assets(ServletContext context) {
        this.context = context;
    }

    /** {@code /look/shell.css?v=1a2b3c4d5e6f}; the plain address where there is no such file. */
    public String url(String path) {
        return version(path)
                .map(v -> context.getContextPath() + path + "?v=" + v)
                .orElse(context.getContextPath() + path);
    }

    /** What an address of the file carries as {@code ?v=}, or nothing where there is no such file. */
    Optional<String> version(String path) {
        Optional<String> own = mark(path);
        return path.startsWith(WIDGET) ? own.flatMap(there -> mark(WIDGET_MARK)) : own;
    }

    /** Twelve hexadecimal digits that change with the content, or nothing where there is no such file. */
    Optional<String> mark(String path) {
        String known = marks.get(path);
        if (known != null) return Optional.of(known);
        Optional<byte[]> content = read(path);
        content.ifPresent(bytes -> marks.put(path, ContentMark.of(bytes)));
        return content.map(ContentMark::of);
    }

    /** The file, or nothing where there is none; never a folder and nothing under {@code /WEB-INF}. */
    Optional<byte[]> read(String path) {
        try (InputStream in = open(path)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String path) throws FileNotFoundException {
        boolean askable = path.matches("/(?:look|shop|widget)/[A-Za-z0-9][A-Za-z0-9._/-]*") && !path.contains("..");
        InputStream in = askable && !path.endsWith("/") ? context.getResourceAsStream(path) : null;
        if (in == null) throw new FileNotFoundException(path);
        return in;
    }
}
