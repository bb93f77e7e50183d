package dev.parley.web.pages;

import dev.parley.access.NewPassword;
import dev.parley.access.SignOnWanted;
import dev.parley.access.StaffInvitations;
import dev.parley.shared.DeskException;
import dev.parley.shared.NotFound;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.security.PageSignIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where a mailed invitation leads: the person chooses name and password, and is signed in. */
@Named
@RequestScoped
public class JoinPage {
    @Inject
    private StaffInvitations invitations;

    @Inject
    private PageSignIn pageSignIn;

    @Inject
    private PageLanguage language;

    private String token;
    private String email;
    private boolean looked;
    private String name;
    private String password;
    private String refusal;

    /** Before the tree is asked what it shows: a view parameter would come too late for a form that is sent. */
    @PostConstruct
    void readToken() {
        String asked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("token");
        token = asked == null || asked.isEmpty() ? null : asked;
    }

    public void join() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            var welcome = pageSignIn.join(
                    (HttpServletRequest) external.getRequest(),
                    (HttpServletResponse) external.getResponse(),
                    token,
                    name,
                    new NewPassword(password));
            external.redirect(external.getRequestContextPath() + welcome.home());
        } catch (NotFound e) {
            looked = false;
            email = null;
        } catch (SignOnWanted e) {
            refusal = language.words().say("sso.wanted");
        } catch (DeskException e) {
            refusal = Refusals.say(e, language.words(), "account.password.easy");
        }
    }

    /** Whether the link still opens something. */
    public boolean isInvited() {
        return getEmail() != null;
    }

    /** Who is invited; null where the link is worth nothing any more. */
    public String getEmail() {
        if (!looked) {
            looked = true;
            try {
                email = token == null ? null : invitations.invited(token);
            } catch (NotFound over) {
                email = null;
            }
        }
        return email;
    }

    public String getRefusal() {
        return refusal;
    }

    /** The mailed link's, kept in the form too; null where there is none. */
    public String getToken() {
        return token;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
