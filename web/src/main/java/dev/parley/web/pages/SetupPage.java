package dev.parley.web.pages;

import dev.parley.access.NewPassword;
import dev.parley.setup.SetUp;
import dev.parley.setup.SetUpDraft;
import dev.parley.setup.UnfitSetUp;
import dev.parley.setup.WrongSetUpCode;
import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.security.PageSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** {@code /setup}: the first company and its owner, by the code in the log. Afterwards, and in a demo, there is no such page. */
@Named
@RequestScoped
public class SetupPage {
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

    @Inject
    private SetUp setUp;

    @Inject
    private PageSignIn pageSignIn;

    @Inject
    private PageLanguage language;

    private String code;
    private String company;
    private String key;
    private String site;
    private String name;
    private String email;
    private String password;
    private String speaks;
    private String zone;
    private String refusal;
    private String unfit;

    /** Before the page is drawn, also after a form that was refused: nothing where there is nothing to set up. */
    public void enter() throws IOException {
        if (!setUp.open()) gone();
    }

    /** Tries what the form brought; what is not right is said at the form. */
    public void found() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            var welcome = pageSignIn.setUp(
                    (HttpServletRequest) external.getRequest(),
                    (HttpServletResponse) external.getResponse(),
                    code,
                    draft());
            external.redirect(external.getRequestContextPath() + welcome.home());
        } catch (NotFound e) {
            gone();
        } catch (DeskException e) {
            refusal = words(e);
        }
    }

    private SetUpDraft draft() {
        return new SetUpDraft(
                company,
                new Words(Locale.forLanguageTag(getSpeaks())).say("setup.department"),
                key,
                site,
                name,
                email,
                new NewPassword(password),
                speaks,
                zone);
    }

    private static void gone() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
        faces.responseComplete();
    }

    private String words(DeskException why) {
        Words words = language.words();
        if (why instanceof WrongSetUpCode wrong) {
            unfit = "code";
            String next = wrong.left() > 0
                    ? words.say("login.triesLeft", wrong.left())
                    : words.say("login.waitNow", words.wait(wrong.lock()));
            return words.say("setup.wrongCode") + " " + next;
        }
        if (why instanceof UnfitSetUp field) return unfit(field, words);
        if (why instanceof Refused) return words.say("setup.taken");
        if (why instanceof Invalid) unfit = "password";
        return Refusals.say(why, words, "account.password.easy");
    }

    private String unfit(UnfitSetUp why, Words words) {
        unfit = why.field().wire();
        return switch (why.field()) {
            case KEY -> words.say("site.keyUnfit");
            case EMAIL -> words.say("reset.unfit");
            case ZONE -> words.say("hours.notAZone", zone);
            default -> words.say("setup.unfit");
        };
    }

    /** Whether the last try failed at that field, which then says so too. */
    public boolean isUnfit(String field) {
        return field.equals(unfit);
    }

    /** Why the last try was refused, and what to do; null where none was. */
    public String getRefusal() {
        return refusal;
    }

    /** Names of time zones, to choose from while typing. */
    public Set<String> getZones() {
        return ZONES;
    }

    /** The languages of the pages, the one of this page chosen until another is. */
    public List<PageLanguage.Choice> getLanguages() {
        return language.getChoices();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getSite() {
        return site;
    }

    public void setSite(String site) {
        this.site = site;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** The tag of the owner's language: this page's until another is chosen. */
    public String getSpeaks() {
        return speaks == null ? language.getLocale().getLanguage() : speaks;
    }

    public void setSpeaks(String speaks) {
        this.speaks = speaks;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
