package dev.parley.conversation;

import dev.parley.company.FormAnswer;
import dev.parley.company.FormField;
import dev.parley.company.PreChat;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.conversation.persistence.AnswerRows;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.visitor.VisitorDetails;
import dev.parley.visitor.Visitors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a visitor fills in before the first message: what its site asks, and how the desk can reach it. Claimed, as all that a visitor says
 * of itself. No conversation begins without what the site requires.
 */
@ApplicationScoped
public class Intake {
    @Inject
    private Sites sites;

    @Inject
    private Visitors visitors;

    @Inject
    private AnswerRows kept;

    /**
     * Looks whether the form may be taken, and keeps nothing.
     *
     * @param previousId key of the conversation that it continues, or null: where nothing is said anew, what was said before that one counts,
     *     as far as it is still asked in the same words
     * @return the answers that are to be kept with the conversation
     * @throws Invalid naming the field that is missing, does not fit or is not asked
     */
    public List<FormAnswer> check(Caller.Visitor visitor, Long previousId, Map<String, String> said) {
        SiteView site = sites.get(visitor.siteId());
        PreChat form = site.form();
        if (form.asksNothing() && said.isEmpty()) return List.of();
        String language = site.languages().get(0);
        Map<String, String> given =
                previousId != null && said.isEmpty() ? earlier(visitor, previousId, form, language) : said;
        Instant consented =
                form.consent().isEmpty() ? null : visitors.consented(visitor).orElse(null);
        List<FormAnswer> answers = form.answers(given, language, consented);
        // unasked ones too: what is wrong with them must be said here, not when they are kept
        VisitorDetails.contact(said.get(FormField.NAME), said.get(FormField.EMAIL));
        return answers;
    }

    private Map<String, String> earlier(Caller.Visitor visitor, long previousId, PreChat form, String language) {
        return kept.of(visitor.companyId(), previousId).stream()
                .filter(a -> a.name().equals(PreChat.CONSENT)
                        ? a.label().equals(form.consent(language, language))
                        : form.fields().stream().anyMatch(f -> f.name().equals(a.name())))
                .collect(Collectors.toMap(FormAnswer::name, FormAnswer::answer));
    }

    /**
     * How the desk can reach the visitor from now on. The same again changes nothing.
     *
     * @throws Invalid for a name that is too long or what is no e-mail address
     */
    public void introduce(Caller.Visitor visitor, Map<String, String> said) {
        String name = said.get(FormField.NAME);
        String email = said.get(FormField.EMAIL);
        if (name != null || email != null) visitors.introduce(visitor, name, email);
    }
}
