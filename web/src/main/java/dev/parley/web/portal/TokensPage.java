package dev.parley.web.portal;

import dev.parley.access.ApiTokenDraft;
import dev.parley.access.ApiTokenView;
import dev.parley.access.ApiTokens;
import dev.parley.access.NewApiToken;
import dev.parley.access.Scope;
import dev.parley.shared.DeskException;
import dev.parley.shared.Refused;
import dev.parley.web.language.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * With what the company's programs ask the REST API. A new token is in the page that answers the button and nowhere else: neither in the
 * session nor in the view.
 */
@Named
@RequestScoped
public class TokensPage {
    private static final String LIST = "tokens";

    @Inject
    private Administration administration;

    @Inject
    private ApiTokens tokens;

    private String name;
    private String days = "90";
    private List<Ticked> scopes;
    private NewApiToken made;

    /** A token in the list. {@code tone} is a style: it repeats what {@code state} says. */
    public record Line(
            String id,
            String name,
            String prefix,
            String scopes,
            String made,
            String until,
            String used,
            String state,
            String tone)
            implements Serializable {
        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public String getPrefix() {
            return prefix;
        }

        public String getScopes() {
            return scopes;
        }

        public String getMade() {
            return made;
        }

        public String getUntil() {
            return until;
        }

        public String getUsed() {
            return used;
        }

        public String getState() {
            return state;
        }

        public String getTone() {
            return tone;
        }
    }

    /** Makes one and shows it, or says beside what is chosen why not. */
    public void make() {
        Set<Scope> chosen = getScopes().stream()
                .filter(Ticked::isOn)
                .map(each -> Scope.of(each.getId()))
                .collect(Collectors.toSet());
        if (name == null || name.isBlank()) {
            administration.complain("tokens.nameMissing");
        } else if (chosen.isEmpty()) {
            administration.complain("tokens.scopeMissing");
        } else {
            make(new ApiTokenDraft(name, chosen, Duration.ofDays(Integer.parseInt(days))));
        }
    }

    private void make(ApiTokenDraft draft) {
        try {
            made = tokens.create(administration.caller(), draft);
            name = null;
            scopes = null;
            Drawn.anew(LIST);
        } catch (Refused e) {
            boolean full = tokens.all(administration.caller()).size() >= ApiTokens.MOST;
            if (full) administration.complain("tokens.full", ApiTokens.MOST);
            else administration.complain("tokens.taken");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** From now on it opens nothing. */
    public void revoke(String id) {
        try {
            tokens.revoke(administration.caller(), id);
            administration.lead("/portal/tokens?saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** All of the company's, newest first. */
    public List<Line> getLines() {
        return Drawn.list(
                LIST,
                () -> tokens.all(administration.caller()).stream()
                        .map(this::line)
                        .toList());
    }

    private Line line(ApiTokenView each) {
        Words words = administration.words();
        boolean over = each.state() == ApiTokenView.State.EXPIRED;
        return new Line(
                each.id(),
                each.name(),
                each.prefix() + "…",
                each.scopes().stream().map(Scope::wire).collect(Collectors.joining(", ")),
                words.say("tokens.by", each.maker(), administration.moment(each.createdAt())),
                words.say(over ? "tokens.ended" : "tokens.worksUntil", administration.moment(each.expiresAt())),
                each.usedAt() == null
                        ? words.say("tokens.unused")
                        : words.say("tokens.used", administration.moment(each.usedAt())),
                words.say(ScopeWords.key(each.state())),
                ScopeWords.tone(each.state()));
    }

    /** What may be ticked; {@code note} is the scope's own name. */
    public List<Ticked> getScopes() {
        if (scopes == null) {
            scopes = Arrays.stream(Scope.values())
                    .map(s -> new Ticked(s.wire(), administration.words().say(ScopeWords.key(s)), s.wire(), false))
                    .toList();
        }
        return scopes;
    }

    /** For how long it may work. */
    public List<AuditPage.Choice> getLives() {
        return Stream.of("7", "30", "90", "365")
                .map(each -> new AuditPage.Choice(
                        each, administration.words().say("tokens.days", Integer.valueOf(each)), each.equals(days)))
                .toList();
    }

    /** Whether one was made just now. */
    public boolean isMade() {
        return made != null;
    }

    /** What it is for. */
    public String getMadeName() {
        return administration.words().say("tokens.made", made.view().name());
    }

    /** The token itself, shown this once. */
    public String getSecret() {
        return made.token();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }
}
