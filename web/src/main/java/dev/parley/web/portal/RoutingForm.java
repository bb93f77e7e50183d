package dev.parley.web.portal;

import dev.parley.routing.RoutingDraft;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.SkillSet;
import dev.parley.routing.Strategy;
import dev.parley.shared.Invalid;
import dev.parley.web.language.Words;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How a department routes, in its form. What is empty is the standard. Skills stand beside it. */
public class RoutingForm implements Serializable {
    private static final long serialVersionUID = 1;

    private String strategy;
    private String offerSeconds;
    private String missedOffers;
    private String relaxSkills;
    private String relaxLanguage;
    private String lastAgent;
    private String language;

    void fill(RoutingDraft written) {
        strategy = written.strategy().wire();
        offerSeconds = text(written.offerSeconds());
        missedOffers = text(written.missedOffers());
        relaxSkills = text(written.relaxSkillsSeconds());
        relaxLanguage = text(written.relaxLanguageSeconds());
        lastAgent = text(written.lastAgentSeconds());
        language = written.language();
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    /** What is typed; null after the page has said what does not fit. */
    RoutingDraft draft(Administration administration, SkillSet skills) {
        boolean fits = skills != null
                & within(administration, "routing.offerSeconds", offerSeconds, 5, 600)
                & within(administration, "routing.missedOffers", missedOffers, 1, 20)
                & within(administration, "routing.lastAgentSeconds", lastAgent, 0, 600)
                & within(administration, "routing.relaxSkillsSeconds", relaxSkills, 0, 86_400)
                & within(administration, "routing.relaxLanguageSeconds", relaxLanguage, 0, 86_400);
        if (!fits) return null;
        try {
            RoutingDraft draft = new RoutingDraft(
                    Strategy.of(strategy),
                    number(offerSeconds),
                    number(missedOffers),
                    number(relaxSkills),
                    number(relaxLanguage),
                    number(lastAgent),
                    skills,
                    language);
            return inOrder(administration, draft);
        } catch (Invalid e) {
            administration.complain("person.notALanguage", language);
            return null;
        }
    }

    private static RoutingDraft inOrder(Administration administration, RoutingDraft draft) {
        try {
            draft.rules();
            return draft;
        } catch (Invalid e) {
            administration.complain("routing.relaxOrder");
            return null;
        }
    }

    private static boolean within(Administration administration, String field, String typed, int least, int most) {
        if (typed == null || typed.isBlank()) return true;
        if (typed.strip().matches("\\d{1,6}") && number(typed) >= least && number(typed) <= most) return true;
        administration.complain("routing.notANumber", administration.words().say(field), least, most);
        return false;
    }

    private static Integer number(String typed) {
        return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
    }

    /** The rules by the names of their fields, as a person reads them. */
    static Map<String, String> said(RoutingDraft draft, Words words) {
        RoutingRules rules = draft.rules();
        Map<String, String> said = new LinkedHashMap<>();
        said.put(words.say("routing.strategy"), words.say(key(rules.strategy())));
        said.put(words.say("routing.offerSeconds"), "" + rules.offerTime().toSeconds());
        said.put(words.say("routing.missedOffers"), "" + rules.missedOffers());
        said.put(words.say("routing.lastAgentSeconds"), "" + rules.lastAgent().toSeconds());
        said.put(words.say("skills.required"), SkilledForm.said(draft.skills()));
        said.put(
                words.say("routing.relaxSkillsSeconds"),
                "" + rules.relaxSkills().toSeconds());
        said.put(
                words.say("routing.relaxLanguageSeconds"),
                "" + rules.relaxLanguage().toSeconds());
        said.put(words.say("routing.language"), draft.language());
        return said;
    }

    /** What was not touched here becomes theirs. */
    void giveWay(RoutingDraft read, RoutingDraft theirs) {
        RoutingForm before = new RoutingForm();
        before.fill(read);
        RoutingForm now = new RoutingForm();
        now.fill(theirs);
        strategy = merged(strategy, before.strategy, now.strategy);
        offerSeconds = merged(offerSeconds, before.offerSeconds, now.offerSeconds);
        missedOffers = merged(missedOffers, before.missedOffers, now.missedOffers);
        relaxSkills = merged(relaxSkills, before.relaxSkills, now.relaxSkills);
        relaxLanguage = merged(relaxLanguage, before.relaxLanguage, now.relaxLanguage);
        lastAgent = merged(lastAgent, before.lastAgent, now.lastAgent);
        language = merged(language, before.language, now.language);
    }

    private static String merged(String mine, String read, String theirs) {
        return Objects.equals(mine, read) ? theirs : mine;
    }

    /** The key of a strategy's name. */
    static String key(Strategy strategy) {
        return switch (strategy) {
            case LONGEST_IDLE -> "routing.longestIdle";
            case LEAST_LOADED -> "routing.leastLoaded";
            case ROUND_ROBIN -> "routing.roundRobin";
            case RING_ALL -> "routing.ringAll";
            case MANUAL -> "routing.manual";
        };
    }

    /** To choose from, in the page's language. */
    static List<AuditPage.Choice> strategies(Words words) {
        return Stream.of(Strategy.values())
                .map(s -> new AuditPage.Choice(s.wire(), words.say(key(s)), false))
                .toList();
    }

    /** What holds where a field is empty. */
    public RoutingDefaults getStandard() {
        return new RoutingDefaults(RoutingRules.STANDARD);
    }

    /** The standard's figures, in seconds and numbers. */
    public record RoutingDefaults(RoutingRules rules) {
        public long getOfferSeconds() {
            return rules.offerTime().toSeconds();
        }

        public int getMissedOffers() {
            return rules.missedOffers();
        }

        public long getRelaxSkills() {
            return rules.relaxSkills().toSeconds();
        }

        public long getRelaxLanguage() {
            return rules.relaxLanguage().toSeconds();
        }

        public long getLastAgent() {
            return rules.lastAgent().toSeconds();
        }
    }

    public String getStrategy() {
        return strategy;
    }

    public void setStrategy(String strategy) {
        this.strategy = strategy;
    }

    public String getOfferSeconds() {
        return offerSeconds;
    }

    public void setOfferSeconds(String offerSeconds) {
        this.offerSeconds = offerSeconds;
    }

    public String getMissedOffers() {
        return missedOffers;
    }

    public void setMissedOffers(String missedOffers) {
        this.missedOffers = missedOffers;
    }

    public String getRelaxSkills() {
        return relaxSkills;
    }

    public void setRelaxSkills(String relaxSkills) {
        this.relaxSkills = relaxSkills;
    }

    public String getRelaxLanguage() {
        return relaxLanguage;
    }

    public void setRelaxLanguage(String relaxLanguage) {
        this.relaxLanguage = relaxLanguage;
    }

    public String getLastAgent() {
        return lastAgent;
    }

    public void setLastAgent(String lastAgent) {
        this.lastAgent = lastAgent;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
