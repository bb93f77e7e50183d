package dev.parley.web.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.primefaces.context.PrimeFacesContext;

/**
 * The content security policy of every Faces page; web.xml hands it to PrimeFaces, which adds its nonce to the last directive. Nothing is
 * loaded from other hosts (OPS-8) and nothing inline runs.
 */
@Named
@RequestScoped
public class PagePolicy {
    private HttpServletRequest request;

    protected PagePolicy() {}

    @Inject
    public PagePolicy(HttpServletRequest request) {
        this.request = request;
    }

    /** Ends with {@code script-src}: PrimeFaces appends {@code 'nonce-…'}. */
    public String getText() {
        // 'self' covers sockets only in browsers of the last years
        return "default-src 'none'; img-src 'self' data: blob:; font-src 'self'; style-src 'self'; media-src 'self' blob:; "
                + "connect-src 'self' " + Authority.of(request).socketOrigin()
                + "; form-action 'self'; base-uri 'none'; frame-src 'self'; "
                + "frame-ancestors 'none'; manifest-src 'self'; script-src 'self'";
    }

    /**
     * The nonce of the page, for a hidden field {@code primefaces.nonce}. PrimeFaces adds that field to each form by script, and answers a
     * post without it by an error; a form that must work before any script has it from the start.
     */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }
}
