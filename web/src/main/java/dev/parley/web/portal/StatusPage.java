package dev.parley.web.portal;

import dev.parley.db.Settings;
import dev.parley.file.Files;
import dev.parley.shared.Database;
import dev.parley.shared.Migration;
import dev.parley.shared.Vitals;
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
        String which = migration.database() == Database.POSTGRESQL
                ? "PostgreSQL. What is acknowledged survives a power cut."
                : "H2, embedded. What is acknowledged survives a crash of the server; for a power cut use PostgreSQL.";
        try {
            vitals.askDatabase();
            return new Part("Database", "i-box", which, "Answers", Part.Tone.GOOD);
        } catch (SQLException | EJBException e) {
            return new Part(
                    "Database",
                    "i-box",
                    "Nothing new is acknowledged until it answers again.",
                    "Does not answer",
                    Part.Tone.BAD);
        }
    }

    private Part sip() {
        var address = SipAddress.ofSettings();
        if (address.isEmpty()) {
            return new Part(
                    "SIP",
                    "i-phone",
                    "Switched off by PARLEY_SIP_PORT=0: no phones, no calls.",
                    "Off",
                    Part.Tone.PLAIN);
        }
        String where = address.get().text();
        return address.get().answers()
                ? new Part("SIP", "i-phone", "Takes requests at " + where + ", UDP and TCP.", "Answers", Part.Tone.GOOD)
                : new Part(
                        "SIP",
                        "i-phone",
                        "Nothing listens at " + where + ". Chat is not affected.",
                        "Does not answer",
                        Part.Tone.BAD);
    }

    private Part scanner() {
        return files.scannerConfigured(context.caller())
                ? new Part(
                        "Malware scanner",
                        "i-shield",
                        "Every file is checked before anybody can open it.",
                        "Configured",
                        Part.Tone.GOOD)
                : new Part(
                        "Malware scanner",
                        "i-shield",
                        "Files pass unscanned. PARLEY_CLAMAV names the host and port of a ClamAV daemon.",
                        "Not configured",
                        Part.Tone.WARN);
    }

    private static Part mode() {
        return Settings.demo()
                ? new Part(
                        "Mode",
                        "i-lock",
                        "Well-known accounts, reachable from this machine only. PARLEY_MODE=production for customers.",
                        "Demo",
                        Part.Tone.WARN)
                : new Part("Mode", "i-lock", "For customers.", "Production", Part.Tone.GOOD);
    }
}
