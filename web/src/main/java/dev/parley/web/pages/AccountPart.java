package dev.parley.web.pages;

import dev.parley.access.SignedIn;
import dev.parley.company.Companies;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Permission;
import dev.parley.shared.Unauthorized;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.CsrfTokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is signed in, for the part that console and portal share. Pages that show it are guarded, so there always is somebody. */
@Named("account")
@RequestScoped
public class AccountPart {
    private static final Set<Permission> COMPANY = EnumSet.of(
            Permission.EDIT_COMPANY,
            Permission.EDIT_SITES,
            Permission.EDIT_DEPARTMENTS,
            Permission.MANAGE_PEOPLE,
            Permission.MANAGE_ROLES,
            Permission.MANAGE_TOKENS,
            Permission.OWN_COMPANY);

    private static final Set<Permission> OVERSIGHT =
            EnumSet.of(Permission.SEE_ALL_CONVERSATIONS, Permission.KEEP_CANNED_RESPONSES, Permission.READ_AUDIT_LOG);

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

    /** Where the photo is seen, or null. */
    public String getPortrait() {
        return signedIn().account().portrait();
    }

    public String getEmail() {
        return signedIn().account().email();
    }

    public String getRole() {
        return roleName(signedIn().account().role(), language.words());
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

    /** Whether something is allowed, by the name of the permission. */
    public boolean may(String permission) {
        return may(Permission.of(permission));
    }

    /** Whether the company itself is theirs to look after. */
    public boolean isAdministrator() {
        return may(Permission.EDIT_COMPANY);
    }

    /** Whether there is something for them in the portal. */
    public boolean isPortal() {
        return Permission.OF_PORTAL.stream().anyMatch(this::may);
    }

    /** Whether a heading for what belongs to the company stands above something. */
    public boolean isCompanyKept() {
        return COMPANY.stream().anyMatch(this::may);
    }

    /** Whether a heading for oversight stands above something. */
    public boolean isOverseeing() {
        return OVERSIGHT.stream().anyMatch(this::may);
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

    /** What a role is called: in the page's language, or as the company said. */
    public static String roleName(HeldRole role, Words words) {
        return role.name() == null ? words.say("role." + role.wire()) : role.name();
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
