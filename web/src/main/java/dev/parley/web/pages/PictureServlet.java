package dev.parley.web.pages;

import dev.parley.file.OpenedFile;
import dev.parley.file.Pictures;
import dev.parley.shared.NotFound;
import dev.parley.shared.Unavailable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /pictures/…}: photos and logos, drawn by Parley itself. Whoever has the address sees the picture; there is no list, and another
 * picture has another address, so that a browser keeps it for a year.
 */
@WebServlet(urlPatterns = "/pictures/*")
public class PictureServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final Pattern ADDRESS = Pattern.compile("/([A-Za-z0-9_-]{1,40})\\.(?:jpg|png)");

    @Inject
    private transient Pictures pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address =
                ADDRESS.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        try {
            if (!address.matches()) throw new NotFound("There is no such picture.");
            OpenedFile picture = pictures.open(address.group(1));
            try (InputStream content = picture.content()) {
                send(picture, content, response);
            }
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Unavailable e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static void send(OpenedFile picture, InputStream content, HttpServletResponse response) throws IOException {
        response.setContentType(picture.type());
        response.setContentLengthLong(picture.size());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Content-Disposition", "inline");
        // customers' pages may show them too, and demand that it is said
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        content.transferTo(response.getOutputStream());
    }
}
