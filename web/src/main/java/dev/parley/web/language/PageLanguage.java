package dev.parley.web.language;

import dev.parley.web.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which language this page speaks: the account's, else the first of the browser's that is spoken, else English. */
@Named("language")
@RequestScoped
public class PageLanguage {
    private final HttpServletRequest request;
    private final CallerContext context;

    protected PageLanguage() {
        this(null, null);
    }

    @Inject
    public PageLanguage(HttpServletRequest request, CallerContext context) {
        this.request = request;
        this.context = context;
    }

    public Locale getLocale() {
        List<Locale> wanted = new ArrayList<>();
        account().map(Locale::forLanguageTag).ifPresent(wanted::add);
        // without the header a request wants what the server's machine speaks
        if (request.getHeader("Accept-Language") != null) wanted.addAll(Collections.list(request.getLocales()));
        return Languages.common(wanted);
    }

    /** {@code de-AT}: for {@code lang}. */
    public String getTag() {
        return getLocale().toLanguageTag();
    }

    /** For {@code dir}. */
    public String getDirection() {
        return Languages.direction(getLocale());
    }

    /** Of this page. */
    public Words words() {
        return new Words(getLocale());
    }

    /** What an account may choose, each called as those who speak it do. */
    public List<Choice> getChoices() {
        String own =
                account().map(tag -> Locale.forLanguageTag(tag).getLanguage()).orElse("");
        return Languages.SPOKEN.stream()
                .map(each -> new Choice(
                        each.toLanguageTag(),
                        each.getDisplayLanguage(each),
                        each.getLanguage().equals(own)))
                .toList();
    }

    private Optional<String> account() {
        return context.page().map(signedIn -> signedIn.account().language());
    }

    /** One of the languages; expressions of Jakarta EE 10 read getters, not record components. */
    public record Choice(String tag, String name, boolean chosen) {
        public String getTag() {
            return tag;
        }

        public String getName() {
            return name;
        }

        /** Whether the account has chosen it. */
        public boolean isChosen() {
            return chosen;
        }
    }
}
