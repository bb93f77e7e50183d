package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditView;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Supplier;

/** What the pages for administrators have in common: who asks, what a page says of a change, and the way on after it. */
@Named("administration")
@RequestScoped
public class Administration {
    @Inject
    private CallerContext context;

    @Inject
    private PageLanguage language;

    @Inject
    private AuditLog audit;

    public Caller caller() {
        return context.caller();
    }

    public Words words() {
        return language.words();
    }

    /** Says on this page that something is not right. */
    public void complain(String key, Object... values) {
        say(FacesMessage.SEVERITY_ERROR, words().say(key, values));
    }

    /** Says on this page that something deserves a look. */
    public void warn(String key, Object... values) {
        say(FacesMessage.SEVERITY_WARN, words().say(key, values));
    }

    /** Why a door did not do it. Its own words are the last resort: they are English. */
    public void complain(DeskException why) {
        if (why instanceof Forbidden) complain("form.forbidden");
        else if (why instanceof NotFound) complain("form.gone");
        else if (why instanceof Refused) complain("form.refused", why.getMessage());
        else complain("form.unfit", why.getMessage());
    }

    private static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }

    /** Leads to a page of the portal, so that loading it again repeats nothing. @param path such as {@code /portal/company?saved=1} */
    public void lead(String path) {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read, or null after the page has been answered by "there is no such page". */
    public <T> T orNoSuchPage(Supplier<T> read) {
        try {
            return read.get();
        } catch (NotFound e) {
            var faces = FacesContext.getCurrentInstance();
            try {
                faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            } catch (IOException io) {
                throw new UncheckedIOException(io);
            }
            faces.responseComplete();
            return null;
        }
    }

    /** Who changed it last, as the page says it: "Ben Agent, 28 Nov 2026, 09:14". */
    public String lastChange(AuditKind kind, String subject) {
        Optional<AuditView> last = audit.last(caller(), kind, subject);
        return last.map(v -> v.actorName() + ", " + moment(v.at())).orElse("");
    }

    /** A moment in the page's language, in UTC until companies have a zone. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(words().figures())
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
