package dev.parley.web.portal;

import dev.parley.hours.HolidayImport;
import dev.parley.hours.Hours;
import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/** Holidays from an iCalendar file: taken in at once, whatever else is typed on the page. */
@Named
@RequestScoped
public class HolidayFile {
    private static final int LARGEST = 256 * 1024;

    @Inject
    private Administration administration;

    @Inject
    private HoursPage page;

    @Inject
    private Hours hours;

    private Part file;

    /** Takes it in, or says why not. */
    public void take() {
        if (file == null || file.getSize() == 0) {
            administration.complain("hours.chooseFile");
            return;
        }
        if (file.getSize() > LARGEST) {
            administration.complain("hours.fileTooLarge");
            return;
        }
        try (InputStream in = file.getInputStream()) {
            HolidayImport done =
                    hours.importHolidays(administration.caller(), page.path(), in.readNBytes(LARGEST), null);
            administration.lead("/portal/hours?imported=" + done.added() + "." + done.changed() + "." + done.removed()
                    + page.getQuery());
        } catch (Invalid e) {
            administration.complain("hours.notACalendar", e.getMessage());
        } catch (DeskException e) {
            administration.complain(e);
        } catch (IOException e) {
            administration.complain("hours.chooseFile");
        }
    }

    /** What an import did, from the address that it led to; empty where there was none. */
    public String said(String imported) {
        if (imported == null || !imported.matches("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}")) return "";
        String[] counts = imported.split("\\.");
        return administration
                .words()
                .say(
                        "hours.imported",
                        Integer.valueOf(counts[0]),
                        Integer.valueOf(counts[1]),
                        Integer.valueOf(counts[2]));
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
