package dev.parley.web.rest.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;

/** Answers are for the one who asked, now, and are data, not pages; a resource may say otherwise. */
@Provider
public class PrivateAnswers implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.computeIfAbsent("Cache-Control", h -> list("no-store"));
        headers.computeIfAbsent("Content-Security-Policy", h -> list("default-src 'none'; frame-ancestors 'none'"));
        headers.computeIfAbsent("X-Content-Type-Options", h -> list("nosniff"));
    }

    private static List<Object> list(Object value) {
        return new ArrayList<>(List.of(value));
    }
}
