package dev.parley.web.account;

import dev.parley.access.Enrolment;
import dev.parley.access.SecondFactorView;
import dev.parley.access.SecondFactors;
import dev.parley.shared.DeskException;
import dev.parley.shared.Refused;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.pages.Moment;
import dev.parley.web.pages.Refusals;
import dev.parley.web.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * The second factor of the own account: off; waiting for the app's first code; or on. Secret and recovery codes stand only in the answer to
 * the form that asked for them.
 */
@Named
@RequestScoped
public class FactorPart {
    /** The form that is there only while a code is waited for. */
    private static final String FIRST_CODE = "firstCode";

    @Inject
    private SecondFactors factors;

    @Inject
    private CallerContext context;

    @Inject
    private PageLanguage language;

    private String password;
    private String code;
    private String refusal;
    private Enrolment enrolment;
    private SecondFactorView state;
    private List<String> codes = List.of();

    /** Makes a secret for the app. */
    public void prepare() {
        attempt(() -> enrolment = factors.prepare(context.caller(), password), "account.factor.refused");
    }

    /** The app's first code switches it on. */
    public void confirm() {
        attempt(
                () -> {
                    codes = factors.switchOn(context.caller(), code);
                    enrolment = null;
                },
                "account.factor.wrongCode");
    }

    /** Ten other recovery codes. */
    public void renew() {
        attempt(() -> codes = factors.renewCodes(context.caller(), password), "account.factor.refused");
    }

    public void switchOff() {
        attempt(() -> factors.switchOff(context.caller(), password), "account.factor.refused");
    }

    private void attempt(Runnable what, String unfit) {
        try {
            what.run();
        } catch (Refused e) {
            // somebody else, or another window, was here meanwhile: the page shows what is
            enrolment = null;
            refusal = language.words().say("account.factor.refused");
        } catch (DeskException e) {
            refusal = Refusals.say(e, language.words(), unfit);
        }
        state = null;
    }

    /** Whether the account asks for a code. */
    public boolean isOn() {
        return state().on();
    }

    /** Whether the app's first code is waited for, in this very page. */
    public boolean isWaiting() {
        return !isOn() && enrolment() != null;
    }

    /** Neither. */
    public boolean isOff() {
        return !isOn() && !isWaiting();
    }

    /** Since when it is on. */
    public Moment getSince() {
        return Moment.of(state().since(), language.getLocale());
    }

    /** Recovery codes that were not used yet. */
    public long getLeft() {
        return state().recoveryCodesLeft();
    }

    /** Those made just now; nobody sees them again. */
    public List<String> getCodes() {
        return codes;
    }

    /** For the app. */
    public QrCode getQr() {
        return QrCode.of(enrolment().uri());
    }

    /** For those who type it: groups of four. */
    public String getSecret() {
        return enrolment().secret().replaceAll("(.{4})(?!$)", "$1 ");
    }

    public String getRefusal() {
        return refusal;
    }

    private SecondFactorView state() {
        if (state == null) state = factors.state(context.caller());
        return state;
    }

    private Enrolment enrolment() {
        var asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        boolean ofTheForm = asked.containsKey(FIRST_CODE) && codes.isEmpty();
        if (enrolment == null && refusal == null && ofTheForm)
            enrolment = factors.pending(context.caller()).orElse(null);
        return enrolment;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
