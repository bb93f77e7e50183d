package dev.parley.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A small text made for one request, sent packed to whom it may be, and not again to whom has it. */
record Packed(byte[] body) {
    Packed(String text) {
        this(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = "\"" + ContentMark.of(body) + "\"";
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else if (AssetServlet.accepts(
                Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse(""), "gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            try (OutputStream out = new GZIPOutputStream(response.getOutputStream())) {
                out.write(body);
            }
        } else {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
