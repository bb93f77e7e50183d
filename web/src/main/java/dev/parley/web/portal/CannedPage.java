package dev.parley.web.portal;

import dev.parley.canned.CannedResponses;
import dev.parley.canned.CannedView;
import dev.parley.shared.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The company's canned responses, those with a word only where one is given. For supervisors and administrators. */
@Named
@RequestScoped
public class CannedPage {
    private static final int SHOWN = 160;

    @Inject
    private Administration administration;

    @Inject
    private CannedResponses responses;

    private String word;
    private List<CannedView> all;

    /** A canned response in the table. {@code languages} are those beside the company's own. */
    public record Line(String id, String shortcut, String department, String text, String languages) {
        public String getId() {
            return id;
        }

        public String getShortcut() {
            return shortcut;
        }

        /** Null for all. */
        public String getDepartment() {
            return department;
        }

        public String getText() {
            return text;
        }

        public String getLanguages() {
            return languages;
        }
    }

    /** Those that were looked for. */
    public List<Line> getLines() {
        String wanted = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(one -> (one.shortcut() + " " + one.text() + " " + one.texts())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .map(one -> new Line(
                        one.id(),
                        one.shortcut(),
                        one.departmentName(),
                        begin(one.text()),
                        String.join(", ", new TreeSet<>(one.texts().keySet()))))
                .toList();
    }

    /** How many there are, found or not. */
    public int getCount() {
        return all().size();
    }

    private List<CannedView> all() {
        if (all == null) {
            administration.caller().require(Permission.KEEP_CANNED_RESPONSES);
            all = responses.all(administration.caller()).items();
        }
        return all;
    }

    private static String begin(String text) {
        if (text.length() <= SHOWN) return text;
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN) - 1)) + "…";
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }
}
