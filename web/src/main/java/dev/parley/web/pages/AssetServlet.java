package dev.parley.web.pages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Serves the static files, compressed beforehand where a {@code .br} or {@code .gz} lies beside them. An address with the right mark is
 * kept for a year; any other is asked for again each time.
 */
@WebServlet(urlPatterns = {"/look/*", "/shop/*", "/widget/*"})
public class AssetServlet extends HttpServlet {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("mjs", "text/javascript;charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("ts", "text/plain;charset=UTF-8"),
            Map.entry("txt", "text/plain;charset=UTF-8"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wasm", "application/wasm"));

    private static final String WORKER = "/widget/worker.js";

    // the best first
    private static final Map<String, String> SUFFIXES = new TreeMap<>(Map.of("br", ".br", "gzip", ".gz"));

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<String> type = type(path);
        Optional<String> mark = type.flatMap(t -> assets.mark(path));
        if (mark.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean marked = assets.version(path).equals(Optional.ofNullable(request.getParameter("v")));
        response.setHeader("Cache-Control", marked ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader(
                "Cross-Origin-Resource-Policy", path.startsWith("/widget/") ? "cross-origin" : "same-origin");
        // a script under /widget works for the panel's pages
        if (path.equals(WORKER)) response.setHeader("Service-Worker-Allowed", "/chat/");
        response.setContentType(type.get());
        send(path, mark.get(), request, response);
    }

    private void send(String path, String mark, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Body body = body(
                path, Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse(""));
        String tag = "\"" + mark + body.encoding() + "\"";
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (!body.encoding().isEmpty()) response.setHeader("Content-Encoding", body.encoding());
        response.setContentLength(body.bytes().length);
        response.getOutputStream().write(body.bytes());
    }

    private Body body(String path, String accepted) {
        for (Map.Entry<String, String> suffix : SUFFIXES.entrySet()) {
            if (!accepts(accepted, suffix.getKey())) continue;
            Optional<byte[]> packed = assets.read(path + suffix.getValue());
            if (packed.isPresent()) return new Body(packed.get(), suffix.getKey());
        }
        return new Body(assets.read(path).orElseThrow(), "");
    }

    /** What goes out; {@code encoding} is empty where it goes out as it is. */
    private record Body(byte[] bytes, String encoding) {}

    /** Whether the header names the encoding and does not put it at zero. */
    static boolean accepts(String header, String encoding) {
        for (String one : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = one.strip().split(";");
            if (parts[0].strip().equals(encoding))
                return parts.length < 2 || !parts[1].strip().matches("q=0(?:\\.0*)?");
        }
        return false;
    }

    private static Optional<String> type(String path) {
        return Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
    }
}
