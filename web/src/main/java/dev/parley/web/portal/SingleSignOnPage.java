package dev.parley.web.portal;

import dev.parley.access.Newcomers;
import dev.parley.access.PasswordWanted;
import dev.parley.access.SecretUnclear;
import dev.parley.access.SignOnArrival.Verdict;
import dev.parley.access.SignOnDraft;
import dev.parley.access.SignOnSettings;
import dev.parley.access.SignOnView;
import dev.parley.access.WrongPassword;
import dev.parley.audit.AuditKind;
import dev.parley.company.Companies;
import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import dev.parley.shared.Outdated;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Unavailable;
import dev.parley.web.language.Words;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The company's OpenID provider, as its owner sets it up. A secret goes in and never comes out. */
@Named
@ViewScoped
public class SingleSignOnPage extends EditedForm {
    private static final long serialVersionUID = 1;

    @Inject
    private Administration administration;

    @Inject
    private SignOnSettings settings;

    @Inject
    private Companies companies;

    private long version;
    private Typed seen;
    private Typed typed;
    private boolean secretKept;
    private String back;
    private boolean secretless;
    private transient String secret;
    private transient String password;

    /** What the form holds, less the secret. */
    private record Typed(
            String issuer, String clientId, String domains, boolean on, boolean passwords, String newcomers)
            implements java.io.Serializable {
        static Typed of(SignOnView now) {
            return new Typed(
                    now.issuer(),
                    now.clientId(),
                    String.join(", ", now.domains()),
                    now.on(),
                    now.passwords(),
                    now.newcomers().wire());
        }
    }

    @PostConstruct
    void open() {
        see(settings.get(administration.caller()));
        typed = seen;
    }

    private void see(SignOnView now) {
        version = now.version();
        secretKept = now.secretKept();
        back = now.back().toString();
        seen = Typed.of(now);
    }

    /** Writes it, or says beside what is typed why not; what is secret has to be typed again then. */
    public void save() {
        touched();
        boolean typedSecret = secret != null && !secret.isBlank();
        try {
            if (!saved() && typedSecret) administration.warn("sso.secretAgain");
        } finally {
            secret = null;
            password = null;
        }
    }

    private boolean saved() {
        try {
            settings.change(administration.caller(), draft());
            administration.lead("/portal/sign-on?saved=1");
            return true;
        } catch (Outdated e) {
            giveWay();
        } catch (SecretUnclear e) {
            administration.complain("sso.secretUnclear");
        } catch (PasswordWanted e) {
            administration.complain("sso.passwordWanted");
        } catch (WrongPassword e) {
            administration.complain("account.wrongPassword");
        } catch (RateLimited e) {
            administration.complain("login.tooOften", administration.words().wait(e.retryAfter()));
        } catch (Unavailable e) {
            administration.complain("login.busy");
        } catch (Invalid e) {
            administration.complain("sso.unfit");
        } catch (Refused e) {
            administration.complain("sso.taken");
        } catch (DeskException e) {
            administration.complain(e);
        }
        return false;
    }

    private SignOnDraft draft() {
        List<String> domains = typed.domains() == null
                ? List.of()
                : Arrays.stream(typed.domains().split("[\\s,;]+"))
                        .filter(each -> !each.isEmpty())
                        .toList();
        return new SignOnDraft(
                typed.issuer(),
                typed.clientId(),
                secret,
                secretless,
                domains,
                typed.on(),
                typed.passwords(),
                Newcomers.of(typed.newcomers()),
                version,
                password);
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay() {
        Typed before = seen;
        see(settings.get(administration.caller()));
        String company = companies
                .get(administration.caller().requireStaff().companyId())
                .publicId();
        overtaken(
                administration.lastChange(AuditKind.SINGLE_SIGN_ON, company),
                TheirChange.between(fields(before), fields(seen)));
        typed = new Typed(
                untouched(typed.issuer(), before.issuer(), seen.issuer()),
                untouched(typed.clientId(), before.clientId(), seen.clientId()),
                untouched(typed.domains(), before.domains(), seen.domains()),
                untouched(typed.on(), before.on(), seen.on()),
                untouched(typed.passwords(), before.passwords(), seen.passwords()),
                untouched(typed.newcomers(), before.newcomers(), seen.newcomers()));
    }

    private static <T> T untouched(T mine, T before, T theirs) {
        return Objects.equals(mine, before) ? theirs : mine;
    }

    private Map<String, String> fields(Typed of) {
        Words words = administration.words();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(words.say("sso.issuer"), of.issuer());
        fields.put(words.say("sso.clientId"), of.clientId());
        fields.put(words.say("sso.domains"), of.domains());
        fields.put(words.say("sso.on"), words.say(of.on() ? "audit.yes" : "audit.no"));
        fields.put(words.say("sso.passwords"), words.say(of.passwords() ? "audit.yes" : "audit.no"));
        fields.put(words.say("sso.newcomers"), words.say(newcomers(of.newcomers())));
        return fields;
    }

    /** The key of what becomes of newcomers. */
    static String newcomers(String wire) {
        return wire.equals(Newcomers.AGENT.wire()) ? "sso.newcomers.agent" : "sso.newcomers.nobody";
    }

    /** What becomes of somebody new. */
    public List<AuditPage.Choice> getKinds() {
        return Arrays.stream(Newcomers.values())
                .map(each -> new AuditPage.Choice(
                        each.wire(),
                        administration.words().say(newcomers(each.wire())),
                        each.wire().equals(typed.newcomers())))
                .toList();
    }

    /** What a try has shown, in a sentence; null where none came back just now. */
    public String getTried() {
        Verdict verdict = verdict();
        return verdict == null ? null : administration.words().say(key(verdict));
    }

    /** Whether the try was right. */
    public boolean isTriedWell() {
        return verdict() == Verdict.RIGHT;
    }

    private static Verdict verdict() {
        FacesContext faces = FacesContext.getCurrentInstance();
        String came = faces.getExternalContext().getRequestParameterMap().get("tried");
        if (came == null || faces.isPostback()) return null;
        return Arrays.stream(Verdict.values())
                .filter(each -> each.wire().equals(came))
                .findFirst()
                .orElse(null);
    }

    private static String key(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> "sso.tried.right";
            case SILENT -> "sso.tried.silent";
            case UNVERIFIED -> "sso.tried.unverified";
            case ELSEWHERE -> "sso.tried.elsewhere";
            case UNTRUSTED -> "sso.tried.untrusted";
            case UNREACHABLE -> "sso.tried.unreachable";
        };
    }

    /** Whether there is something to try. */
    public boolean isNamed() {
        return !seen.issuer().isEmpty();
    }

    /** Whether a secret is kept. */
    public boolean isSecretKept() {
        return secretKept;
    }

    /** Where the provider sends browsers back to. */
    public String getBack() {
        return back;
    }

    public String getIssuer() {
        return typed.issuer();
    }

    public void setIssuer(String issuer) {
        typed = new Typed(issuer, typed.clientId, typed.domains, typed.on, typed.passwords, typed.newcomers);
    }

    public String getClientId() {
        return typed.clientId();
    }

    public void setClientId(String clientId) {
        typed = new Typed(typed.issuer, clientId, typed.domains, typed.on, typed.passwords, typed.newcomers);
    }

    /** Never what is kept. */
    public String getSecret() {
        return null;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    /** Whether none is to be kept. */
    public boolean isSecretless() {
        return secretless;
    }

    public void setSecretless(boolean secretless) {
        this.secretless = secretless;
    }

    /** Never shown. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getDomains() {
        return typed.domains();
    }

    public void setDomains(String domains) {
        typed = new Typed(typed.issuer, typed.clientId, domains, typed.on, typed.passwords, typed.newcomers);
    }

    public boolean isOn() {
        return typed.on();
    }

    public void setOn(boolean on) {
        typed = new Typed(typed.issuer, typed.clientId, typed.domains, on, typed.passwords, typed.newcomers);
    }

    public boolean isPasswords() {
        return typed.passwords();
    }

    public void setPasswords(boolean passwords) {
        typed = new Typed(typed.issuer, typed.clientId, typed.domains, typed.on, passwords, typed.newcomers);
    }

    public String getNewcomers() {
        return typed.newcomers();
    }

    public void setNewcomers(String newcomers) {
        typed = new Typed(typed.issuer, typed.clientId, typed.domains, typed.on, typed.passwords, newcomers);
    }
}
