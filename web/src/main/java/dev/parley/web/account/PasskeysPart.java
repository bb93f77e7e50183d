package dev.parley.web.account;

import dev.parley.access.PasskeyCreation;
import dev.parley.access.PasskeyList;
import dev.parley.access.PasskeySignIns;
import dev.parley.access.PasskeyView;
import dev.parley.access.Passkeys;
import dev.parley.shared.DeskException;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.pages.Moment;
import dev.parley.web.pages.Refusals;
import dev.parley.web.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The passkeys of the own account: what there is, and the password before another one is made. What the browser needs for that stands only
 * in the answer to the form; the rest goes by {@link PasskeysServlet}.
 */
@Named
@RequestScoped
public class PasskeysPart {
    private static final Map<String, String> DONE = Map.of(
            "added", "passkeys.added",
            "renamed", "passkeys.renamed",
            "removed", "passkeys.removed");

    private static final Map<String, String> REFUSED = Map.of(
            "over", "passkeys.over",
            "changed", "passkeys.changed",
            "unfit", "passkeys.unfit");

    @Inject
    private Passkeys passkeys;

    @Inject
    private PasskeySignIns signIns;

    @Inject
    private CallerContext context;

    @Inject
    private PageLanguage language;

    private String password;
    private String refusal;
    private PasskeyCreation creation;
    private PasskeyList list;

    /** The password was typed: the browser may have one made. */
    public void prepare() {
        try {
            creation = passkeys.prepare(context.caller(), password);
        } catch (DeskException e) {
            refusal = Refusals.say(e, language.words(), "passkeys.changed");
        }
    }

    /** Whether the browser is asked for one in this very page. */
    public boolean isWaiting() {
        return creation != null;
    }

    /** What it needs for that. */
    public Wanted getWanted() {
        return new Wanted(creation, machine());
    }

    /** Whether there are any. */
    public boolean isAny() {
        return !list().passkeys().isEmpty();
    }

    /** Oldest first. */
    public List<Line> getLines() {
        return list().passkeys().stream().map(this::line).toList();
    }

    /** Whether none of them opens anything, as the company wants single sign-on. */
    public boolean isRefused() {
        return list().refused();
    }

    /** Whether another one can be made. */
    public boolean isRoom() {
        return !list().refused() && !list().full();
    }

    public boolean isFull() {
        return list().full();
    }

    /** The origin in whose pages passkeys can be made and used. */
    public String getOrigin() {
        return signIns.here().origin();
    }

    /** What has just been done, in words; null where nothing was. */
    public String getDone() {
        return said(DONE);
    }

    /** Why nothing was done, and what to do; null where nothing was refused. */
    public String getRefusal() {
        return refusal != null ? refusal : said(REFUSED);
    }

    private String said(Map<String, String> keys) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String came = faces.getExternalContext().getRequestParameterMap().get("passkey");
        String key = faces.isPostback() || came == null ? null : keys.get(came);
        return key == null ? null : language.words().say(key);
    }

    private PasskeyList list() {
        if (list == null) list = passkeys.own(context.caller());
        return list;
    }

    /** What a new one is called before its owner says otherwise. */
    private String machine() {
        Words words = language.words();
        return Machine.of(context.client().userAgent())
                .map(m -> m.system() == null ? m.program() : words.say("signins.machine", m.program(), m.system()))
                .orElse(words.say("passkeys.one"));
    }

    private Line line(PasskeyView view) {
        return new Line(
                view.id(),
                view.name(),
                Moment.of(view.createdAt(), language.getLocale()),
                Moment.of(view.usedAt(), language.getLocale()),
                view.backedUp());
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** For the script that asks the browser; expressions of Jakarta EE 10 read getters, not record components. */
    public record Wanted(PasskeyCreation creation, String machine) {
        public String getTicket() {
            return creation.ticket();
        }

        public String getChallenge() {
            return creation.challenge();
        }

        public String getSite() {
            return creation.site();
        }

        public String getHandle() {
            return creation.handle();
        }

        /** COSE numbers with blanks between. */
        public String getAlgorithms() {
            return creation.algorithms().stream().map(String::valueOf).collect(Collectors.joining(" "));
        }

        /** Credential ids with blanks between. */
        public String getKnown() {
            return String.join(" ", creation.known());
        }

        /** What the passkey is called at first. */
        public String getMachine() {
            return machine;
        }
    }

    /** One of them. */
    public record Line(String id, String name, Moment created, Moment used, boolean backedUp) {
        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public Moment getCreated() {
            return created;
        }

        /** When it opened the door last, or null. */
        public Moment getUsed() {
            return used;
        }

        /** Whether it can be had on another device, too. */
        public boolean isBackedUp() {
            return backedUp;
        }
    }
}
