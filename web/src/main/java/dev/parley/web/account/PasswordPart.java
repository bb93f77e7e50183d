package dev.parley.web.account;

import dev.parley.access.Accounts;
import dev.parley.access.NewPassword;
import dev.parley.shared.DeskException;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.pages.Refusals;
import dev.parley.web.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Another password for the own account. */
@Named
@RequestScoped
public class PasswordPart {
    private static final String DONE = "password";

    @Inject
    private Accounts accounts;

    @Inject
    private CallerContext context;

    @Inject
    private PageLanguage language;

    private String current;
    private String wanted;
    private String repeated;
    private String refusal;

    /** Changes it; what is not right is said at the form. The page comes anew, so that going back sends nothing twice. */
    public void change() throws IOException {
        if (!wanted.equals(repeated)) {
            refusal = language.words().say("account.password.differ");
            return;
        }
        try {
            accounts.changePassword(context.caller(), current, new NewPassword(wanted));
        } catch (DeskException e) {
            refusal = Refusals.say(e, language.words(), "account.password.easy");
            return;
        }
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + "/account?done=" + DONE);
    }

    /** Whether it was changed just now. */
    public boolean isDone() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return !faces.isPostback()
                && DONE.equals(
                        faces.getExternalContext().getRequestParameterMap().get("done"));
    }

    /** Why it was not changed, and what to do; null where nothing was refused. */
    public String getRefusal() {
        return refusal;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
