package dev.parley.web.account;

import dev.parley.access.SignInKind;
import dev.parley.access.SignInView;
import dev.parley.access.SignIns;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.pages.Moment;
import dev.parley.web.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where the own account is signed in. */
@Named
@RequestScoped
public class SignInsPart {
    @Inject
    private SignIns signIns;

    @Inject
    private CallerContext context;

    @Inject
    private PageLanguage language;

    private List<Line> lines;

    /** Newest first, at most 200. */
    public List<Line> getLines() {
        if (lines == null) {
            lines = signIns.own(context.caller()).stream().map(this::line).toList();
        }
        return lines;
    }

    /** Whether there are others than the one that looks. */
    public boolean isOthers() {
        return getLines().size() > 1;
    }

    private Line line(SignInView view) {
        Words words = language.words();
        String machine = Machine.of(view.userAgent())
                .map(m -> m.system() == null ? m.program() : words.say("signins.machine", m.program(), m.system()))
                .orElse(words.say("signins.unknown"));
        Moment seen = Moment.of(view.seenAt(), language.getLocale());
        return new Line(view.id(), machine, view.address(), seen, view.current(), view.kind() == SignInKind.API);
    }

    /** One of them; expressions of Jakarta EE 10 read getters, not record components. */
    public record Line(String id, String machine, String address, Moment seen, boolean current, boolean api) {
        public String getId() {
            return id;
        }

        public String getMachine() {
            return machine;
        }

        /** From where on the network, or null. */
        public String getAddress() {
            return address;
        }

        public Moment getSeen() {
            return seen;
        }

        /** Whether it is the one that looks. */
        public boolean isCurrent() {
            return current;
        }

        /** Whether a program signed in by the API. */
        public boolean isApi() {
            return api;
        }
    }
}
