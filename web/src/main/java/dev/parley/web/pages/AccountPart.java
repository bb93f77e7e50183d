package dev.parley.web.pages;

import dev.parley.access.SignedIn;
import dev.parley.company.Companies;
import dev.parley.shared.Permission;
import dev.parley.shared.Unauthorized;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.CsrfTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is signed in, for the part that console and portal share. Pages that show it are guarded, so there always is somebody. */
@Named("account")
@RequestScoped
public class AccountPart {
    @Inject
    private CallerContext context;

    @Inject
    private CsrfTokens csrf;

    @Inject
    private Companies companies;

    @Inject
    private Wording wording;

    @Inject
    private PageLanguage language;

    public String getId() {
        return signedIn().account().id();
    }

    public String getName() {
        return signedIn().account().name();
    }

    /** At most two letters: "AC" for Ada Colleague. */
    public String getInitials() {
        return initials(getName());
    }

    public String getEmail() {
        return signedIn().account().email();
    }

    public String getRole() {
        return signedIn().account().role().wire();
    }

    public String getCompany() {
        return companies.get(signedIn().caller().companyId()).name();
    }

    /** The page this is, without its query. */
    public String getHere() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId().replaceFirst("\\.xhtml$", "");
    }

    /** The console's words in the language of the page, as JSON. */
    public String getConsoleWords() {
        return wording.console(language.getLocale());
    }

    /** Whether the portal's pages for administrators are there for them. */
    public boolean isAdministrator() {
        return may(Permission.ADMINISTER_COMPANY);
    }

    /** Whether they see how every conversation was assigned. */
    public boolean isSupervisor() {
        return may(Permission.SEE_ALL_CONVERSATIONS);
    }

    /** Whether the console is there for them. */
    public boolean isAgent() {
        return may(Permission.ANSWER_CONVERSATIONS);
    }

    /** Proves that a form or a script belongs to this sign-in. */
    public String getCsrf() {
        return csrf.of(signedIn());
    }

    private boolean may(Permission permission) {
        return signedIn().account().role().may(permission);
    }

    private SignedIn signedIn() {
        return context.page().orElseThrow(() -> new Unauthorized("Sign in first."));
    }

    /** At most two letters of somebody's name. */
    public static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        return Stream.of(words[0], words.length > 1 ? words[words.length - 1] : "")
                .filter(w -> !w.isEmpty())
                .map(w -> new String(Character.toChars(Character.toUpperCase(w.codePointAt(0)))))
                .collect(Collectors.joining());
    }
}
