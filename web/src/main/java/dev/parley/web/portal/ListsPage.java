package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.company.LabelDraft;
import dev.parley.company.LabelKind;
import dev.parley.company.LabelView;
import dev.parley.company.Labels;
import dev.parley.shared.DeskException;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The company's tags, outcomes or reasons for being away: one list at a time. */
@Named
@ViewScoped
public class ListsPage extends EditedForm {
    private static final long serialVersionUID = 1;

    @Inject
    private Administration administration;

    @Inject
    private Labels labels;

    private String kind;
    private ArrayList<String[]> seen;
    private List<LabelForm> rows;

    /** Reads the list that the address names; tags where it names none. */
    public void open() {
        List<LabelView> now = read();
        see(now);
        rows = forms(now);
    }

    private List<LabelView> read() {
        var me = administration.caller().require(Permission.EDIT_COMPANY);
        return labels.of(me.companyId(), labelKind());
    }

    private void see(List<LabelView> now) {
        seen = new ArrayList<>();
        now.forEach(l -> seen.add(new String[] {String.valueOf(l.id()), l.publicId(), l.name()}));
    }

    private List<LabelView> seenViews() {
        return seen.stream()
                .map(s -> new LabelView(Long.parseLong(s[0]), s[1], s[2]))
                .toList();
    }

    private static List<LabelForm> forms(List<LabelView> now) {
        return now.stream()
                .map(l -> new LabelForm(l.publicId(), l.name()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Writes the list, or says beside what is typed why not. */
    public void save() {
        touched();
        if (!fits()) return;
        try {
            List<LabelDraft> drafts = named().stream()
                    .map(r -> new LabelDraft(r.getId(), r.getName()))
                    .toList();
            labels.replace(administration.caller(), labelKind(), drafts, seenViews());
            administration.lead("/portal/lists?kind=" + getKind() + "&saved=1");
        } catch (Outdated e) {
            giveWay();
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** Rows in which nothing was typed are none. */
    private List<LabelForm> named() {
        return rows.stream().filter(r -> r.getName() != null).toList();
    }

    private boolean fits() {
        Set<String> names = new HashSet<>();
        for (LabelForm row : named()) {
            if (names.add(row.getName().strip().toLowerCase(Locale.ROOT))) continue;
            administration.complain("lists.twice", row.getName());
            return false;
        }
        return true;
    }

    /** Their new ones and new names are taken over; what was typed here stays. */
    private void giveWay() {
        List<LabelView> now = read();
        Map<String, String> before = names(seenViews());
        Map<String, String> after = names(now);
        Set<String> mine = rows.stream().map(LabelForm::getId).collect(Collectors.toSet());
        for (LabelForm row : rows) {
            String theirs = after.get(row.getId());
            if (theirs != null && Objects.equals(before.get(row.getId()), row.getName())) row.setName(theirs);
        }
        now.stream()
                .filter(l -> !mine.contains(l.publicId()) && !before.containsKey(l.publicId()))
                .forEach(l -> rows.add(new LabelForm(l.publicId(), l.name())));
        overtaken(administration.lastChange(auditKind(), labelKind().wire()), changes(before, after));
        see(now);
    }

    private List<TheirChange> changes(Map<String, String> before, Map<String, String> after) {
        List<TheirChange> changes = new ArrayList<>();
        after.forEach((id, name) -> {
            if (!name.equals(before.get(id))) changes.add(new TheirChange(word(), before.get(id), name));
        });
        before.forEach((id, name) -> {
            if (!after.containsKey(id)) changes.add(new TheirChange(word(), name, null));
        });
        if (changes.isEmpty()) {
            changes.add(new TheirChange(word(), String.join(", ", before.values()), String.join(", ", after.values())));
        }
        return changes;
    }

    private static Map<String, String> names(List<LabelView> views) {
        Map<String, String> names = new LinkedHashMap<>();
        views.forEach(v -> names.put(v.publicId(), v.name()));
        return names;
    }

    public void add() {
        touched();
        if (rows.size() < labelKind().most()) rows.add(new LabelForm(null, null));
        else administration.complain("company.tooMany", labelKind().most());
    }

    public void remove(LabelForm row) {
        touched();
        rows.remove(row);
    }

    public void up(LabelForm row) {
        move(row, -1);
    }

    public void down(LabelForm row) {
        move(row, 1);
    }

    private void move(LabelForm row, int by) {
        int from = rows.indexOf(row);
        int to = from + by;
        if (from < 0 || to < 0 || to >= rows.size()) return;
        touched();
        Collections.swap(rows, from, to);
    }

    private LabelKind labelKind() {
        for (LabelKind each : LabelKind.values()) if (each.wire().equals(kind)) return each;
        return LabelKind.TAG;
    }

    private AuditKind auditKind() {
        return switch (labelKind()) {
            case TAG -> AuditKind.TAG;
            case OUTCOME -> AuditKind.OUTCOME;
            case AWAY -> AuditKind.AWAY_REASON;
        };
    }

    private String word() {
        return administration.words().say(AuditWords.key(auditKind()));
    }

    /** {@code tag}, {@code outcome} or {@code away}. */
    public String getKind() {
        return labelKind().wire();
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public List<LabelForm> getRows() {
        return rows;
    }
}
