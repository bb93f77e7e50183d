package dev.parley.web.portal;

import dev.parley.db.Settings;
import dev.parley.file.Files;
import dev.parley.shared.Database;
import dev.parley.shared.Migration;
import dev.parley.shared.Vitals;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import dev.parley.web.pages.Version;
import dev.parley.web.security.CallerContext;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.List;

/** What this installation has and what it lacks, asked anew each time the page is opened. For administrators. */
@Named
@RequestScoped
public class StatusPage {
    @Inject
    private CallerContext context;

    @Inject
    private Vitals vitals;

    @Inject
    private Migration migration;

    @Inject
    private Files files;

    @Inject
    private PageLanguage language;

    private List<Part> parts;

    public String getVersion() {
        return Version.text();
    }

    /** @throws dev.parley.shared.Forbidden if the caller does not administer the company */
    public List<Part> getParts() {
        if (parts == null) parts = List.of(database(), sip(), scanner(), mode());
        return parts;
    }

    private Part database() {
        String which =
                migration.database() == Database.POSTGRESQL ? "status.database.postgresql" : "status.database.h2";
        try {
            vitals.askDatabase();
            return part("status.database", "i-box", which, "status.answers", Part.Tone.GOOD);
        } catch (SQLException | EJBException e) {
            return part("status.database", "i-box", "status.database.silent", "status.silent", Part.Tone.BAD);
        }
    }

    private Part sip() {
        var address = SipAddress.ofSettings();
        if (address.isEmpty()) return part("status.sip", "i-phone", "status.sip.off", "status.off", Part.Tone.PLAIN);
        String where = address.get().text();
        return address.get().answers()
                ? part("status.sip", "i-phone", "status.sip.answers", "status.answers", Part.Tone.GOOD, where)
                : part("status.sip", "i-phone", "status.sip.silent", "status.silent", Part.Tone.BAD, where);
    }

    private Part scanner() {
        return files.scannerConfigured(context.caller())
                ? part("status.scanner", "i-shield", "status.scanner.on", "status.configured", Part.Tone.GOOD)
                : part("status.scanner", "i-shield", "status.scanner.off", "status.notConfigured", Part.Tone.WARN);
    }

    private Part mode() {
        return Settings.demo()
                ? part("status.mode", "i-lock", "status.mode.demo", "status.demo", Part.Tone.WARN)
                : part("status.mode", "i-lock", "status.mode.production", "status.production", Part.Tone.GOOD);
    }

    private Part part(String name, String glyph, String detail, String state, Part.Tone tone, Object... values) {
        Words words = language.words();
        return new Part(words.say(name), glyph, words.say(detail, values), words.say(state), tone);
    }
}
