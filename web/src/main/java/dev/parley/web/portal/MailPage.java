package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.company.Companies;
import dev.parley.mail.MailLog;
import dev.parley.mail.MailOutcome;
import dev.parley.mail.MailView;
import dev.parley.mail.MailWay;
import dev.parley.mail.Sender;
import dev.parley.mail.SenderSettings;
import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import dev.parley.shared.Outdated;
import dev.parley.web.language.Words;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** As whom the company writes, how mails leave, and what became of the last ones. */
@Named
@ViewScoped
public class MailPage extends EditedForm {
    private static final long serialVersionUID = 1;

    @Inject
    private Administration administration;

    @Inject
    private SenderSettings senders;

    @Inject
    private MailLog log;

    @Inject
    private Companies companies;

    private long version;
    private String nameSeen;
    private String replyToSeen;
    private String name;
    private String replyTo;

    /** A mail in the table. {@code tone} is a style: it repeats what {@code outcome} says. */
    public record Line(String kind, String to, String at, String outcome, String problem, String tone) {
        public String getKind() {
            return kind;
        }

        public String getTo() {
            return to;
        }

        public String getAt() {
            return at;
        }

        public String getOutcome() {
            return outcome;
        }

        /** What the mail server said, or empty. */
        public String getProblem() {
            return problem;
        }

        public String getTone() {
            return tone;
        }
    }

    @PostConstruct
    void open() {
        Sender now = senders.get(administration.caller());
        see(now);
        name = now.name();
        replyTo = now.replyTo();
    }

    private void see(Sender now) {
        version = now.version();
        nameSeen = now.name();
        replyToSeen = now.replyTo();
    }

    /** Writes it, or says beside what is typed why not. */
    public void save() {
        touched();
        try {
            senders.change(administration.caller(), name, replyTo, version);
            administration.lead("/portal/mail?saved=1");
        } catch (Outdated e) {
            giveWay();
        } catch (Invalid e) {
            administration.complain("reset.unfit");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay() {
        Sender now = senders.get(administration.caller());
        Map<String, String> seen = fields(nameSeen, replyToSeen);
        if (Objects.equals(name, nameSeen)) name = now.name();
        if (Objects.equals(replyTo, replyToSeen)) replyTo = now.replyTo();
        String company = companies
                .get(administration.caller().requireStaff().companyId())
                .publicId();
        overtaken(
                administration.lastChange(AuditKind.MAIL, company),
                TheirChange.between(seen, fields(now.name(), now.replyTo())));
        see(now);
    }

    private Map<String, String> fields(String itsName, String itsReplyTo) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(administration.words().say("mail.sender"), itsName);
        fields.put(administration.words().say("mail.replyTo"), itsReplyTo);
        return fields;
    }

    /** How mails leave, in a sentence. */
    public String getWay() {
        MailWay way = senders.way(administration.caller());
        Words words = administration.words();
        if (way.server() != null) return words.say("mail.way.server", way.server(), way.from());
        return words.say(way.mailbox() ? "mail.way.mailbox" : "mail.way.none");
    }

    /** Whether they land where a tester reads them. */
    public boolean isMailbox() {
        return senders.way(administration.caller()).mailbox();
    }

    /** The last ones, newest first. */
    public List<Line> getLines() {
        Words words = administration.words();
        return log.recent(administration.caller()).stream()
                .map(mail -> new Line(
                        words.say("mail.kind." + mail.kind()),
                        mail.to(),
                        administration.moment(mail.at()),
                        said(mail, words),
                        mail.problem() == null ? "" : mail.problem(),
                        InvitedPart.tone(mail.outcome())))
                .toList();
    }

    /** "Not taken yet, tried 3 times". */
    static String said(MailView mail, Words words) {
        boolean again = mail.outcome() == MailOutcome.WAITING && mail.attempts() > 0;
        return again
                ? words.say("mail.outcome.again", mail.attempts())
                : words.say("mail.outcome." + mail.outcome().wire());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getReplyTo() {
        return replyTo;
    }

    public void setReplyTo(String replyTo) {
        this.replyTo = replyTo;
    }
}
