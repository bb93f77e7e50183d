package dev.parley.web.portal;

import dev.parley.access.AccountDetails;
import dev.parley.access.Deactivations;
import dev.parley.access.InvitationView;
import dev.parley.access.StaffInvitations;
import dev.parley.mail.MailLog;
import dev.parley.mail.MailOutcome;
import dev.parley.mail.MailText;
import dev.parley.mail.MailView;
import dev.parley.shared.DeskException;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Unavailable;
import dev.parley.web.pages.AccountPart;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Those of the company's people who are not there: invited and not come yet, or deactivated. */
@Named
@RequestScoped
public class InvitedPart {
    @Inject
    private Administration administration;

    @Inject
    private StaffInvitations invitations;

    @Inject
    private Deactivations deactivations;

    @Inject
    private MailLog mails;

    @Inject
    private Clock clock;

    /** Somebody who is not there. {@code tone} is the style of what is said of the mail. */
    public record Line(
            String id, String name, String email, String role, String since, String mail, String problem, String tone)
            implements Serializable {
        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public String getEmail() {
            return email;
        }

        public String getRole() {
            return role;
        }

        /** Until when the link is good, or that it is not any more. */
        public String getSince() {
            return since;
        }

        /** What became of the mail; empty where nobody knows any more. */
        public String getMail() {
            return mail;
        }

        /** What the mail server said, or empty. */
        public String getProblem() {
            return problem;
        }

        public String getTone() {
            return tone;
        }
    }

    /** Who was invited and has not come yet. */
    public List<Line> getWaiting() {
        return Drawn.list("waiting", () -> {
            Map<String, MailView> last = mails.recent(administration.caller()).stream()
                    .filter(mail -> mail.kind().equals(MailText.INVITATION.wire()))
                    .collect(Collectors.toMap(MailView::to, Function.identity(), (newest, older) -> newest));
            return invitations.waiting(administration.caller()).stream()
                    .map(each -> line(each, last.get(each.email())))
                    .toList();
        });
    }

    private Line line(InvitationView each, MailView mail) {
        var words = administration.words();
        boolean over = !clock.instant().isBefore(each.expiresAt());
        return new Line(
                each.id(),
                each.name(),
                each.email(),
                AccountPart.roleName(each.role(), words),
                over ? words.say("invited.over") : words.say("invited.until", administration.moment(each.expiresAt())),
                mail == null ? "" : MailPage.said(mail, words),
                mail == null || mail.problem() == null ? "" : mail.problem(),
                mail == null ? "" : tone(mail.outcome()));
    }

    static String tone(MailOutcome outcome) {
        return switch (outcome) {
            case WAITING -> "";
            case SENT -> "tag-good";
            case REFUSED, EXHAUSTED, OVER -> "tag-bad";
        };
    }

    /** Who is let in no more. */
    public List<Line> getFormer() {
        return Drawn.list(
                "former",
                () -> deactivations.all(administration.caller()).stream()
                        .map(this::line)
                        .toList());
    }

    private Line line(AccountDetails each) {
        return new Line(
                each.id(),
                each.name(),
                each.email(),
                AccountPart.roleName(each.role(), administration.words()),
                "",
                "",
                "",
                "");
    }

    /** Mails another link. */
    public void again(String id) {
        act(() -> invitations.again(
                administration.caller(), id, administration.words().language()));
    }

    /** Takes the invitation back. */
    public void withdraw(String id) {
        act(() -> deactivations.deactivate(administration.caller(), id));
    }

    /** Lets somebody in again. */
    public void activate(String id) {
        act(() -> deactivations.activate(administration.caller(), id));
    }

    private void act(Runnable change) {
        try {
            change.run();
            administration.lead("/portal/people?saved=1");
        } catch (RateLimited e) {
            administration.complain("login.tooOften", administration.words().wait(e.retryAfter()));
        } catch (Unavailable e) {
            administration.complain("mail.unavailable");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }
}
