package dev.parley.web.portal;

import dev.parley.access.AccountSettings;
import dev.parley.access.InvitationDraft;
import dev.parley.access.StaffInvitations;
import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.Unavailable;
import dev.parley.web.language.Languages;
import dev.parley.web.pages.AccountPart;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Somebody new: where the invitation goes, what the role will be, and the mail's language. */
@Named
@ViewScoped
public class InvitePage extends EditedForm {
    private static final long serialVersionUID = 1;

    @Inject
    private Administration administration;

    @Inject
    private StaffInvitations invitations;

    @Inject
    private AccountSettings accounts;

    private String email;
    private String name;
    private String role = Role.AGENT.wire();
    private String language;

    @PostConstruct
    void open() {
        language = administration.words().language().getLanguage();
    }

    /** Mails the invitation, or says beside what is typed why not. */
    public void invite() {
        touched();
        try {
            var draft = new InvitationDraft(email, role, name, Locale.forLanguageTag(language));
            invitations.invite(administration.caller(), draft);
            administration.lead("/portal/people?saved=1");
        } catch (Invalid e) {
            administration.complain("reset.unfit");
        } catch (RateLimited e) {
            administration.complain("login.tooOften", administration.words().wait(e.retryAfter()));
        } catch (Unavailable e) {
            administration.complain("mail.unavailable");
        } catch (Refused e) {
            administration.complain("invite.taken", email);
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** The roles that may be given here. */
    public List<AuditPage.Choice> getRoles() {
        return accounts.assignable(administration.caller()).stream()
                .map(r -> new AuditPage.Choice(
                        r.wire(),
                        AccountPart.roleName(r, administration.words()),
                        r.wire().equals(role)))
                .toList();
    }

    /** The languages that mails are written in, each in its own words. */
    public List<AuditPage.Choice> getLanguages() {
        return Languages.SPOKEN.stream()
                .map(l -> new AuditPage.Choice(
                        l.toLanguageTag(),
                        l.getDisplayLanguage(l),
                        l.toLanguageTag().equals(language)))
                .toList();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
