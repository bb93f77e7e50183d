package dev.parley.web.demo;

import dev.parley.db.Settings;
import dev.parley.mail.MailRoute;
import dev.parley.mail.Mailbox;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.pages.Moment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code /mailbox}: the mails of a demo without a mail server, newest first. There is none in production. */
@Named
@RequestScoped
public class MailboxPage {
    @Inject
    private Mailbox mailbox;

    @Inject
    private PageLanguage language;

    private List<Line> mails;

    /** Nothing in production. */
    public void enter() throws IOException {
        if (Settings.demo()) return;
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
        faces.responseComplete();
    }

    public List<Line> getMails() {
        if (mails == null) {
            mails = mailbox.mails().stream()
                    .map(mail -> new Line(mail, Moment.of(mail.at(), language.getLocale())))
                    .toList();
        }
        return mails;
    }

    /** One mail; expressions of Jakarta EE 10 read getters, not record components. */
    public record Line(Mailbox.Kept mail, Moment moment) {
        public String getId() {
            return mail.id();
        }

        /** As whom it was written. */
        public String getFrom() {
            return mail.from();
        }

        public String getTo() {
            return mail.to();
        }

        public String getSubject() {
            return mail.subject();
        }

        public Moment getAt() {
            return moment;
        }

        public List<Paragraph> getParagraphs() {
            return mail.text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Paragraph::new)
                    .toList();
        }
    }

    /** A paragraph of a mail's text. */
    public record Paragraph(String text) {
        public String getText() {
            return text;
        }

        /** Whether it is a link to a page of ours; no other is made one. */
        public boolean isLink() {
            return text.startsWith(MailRoute.link("/").toString()) && !text.contains(" ");
        }
    }
}
