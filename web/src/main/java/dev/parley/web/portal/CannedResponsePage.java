package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.canned.CannedDraft;
import dev.parley.canned.CannedResponses;
import dev.parley.canned.CannedRules;
import dev.parley.canned.CannedView;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.shared.DeskException;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One canned response: its shortcut, its department, its words. Without an id in the address a new one. */
@Named
@ViewScoped
public class CannedResponsePage extends EditedForm {
    private static final long serialVersionUID = 1;
    private static final int MOST_LANGUAGES = 20;

    @Inject
    private Administration administration;

    @Inject
    private CannedResponses responses;

    @Inject
    private Departments departments;

    private String id;
    private String shortcut;
    private String department;
    private String text;
    private List<TranslationForm> translations = new ArrayList<>();

    private long version;
    private HashMap<String, String> seen = new HashMap<>();

    /** Reads the canned response that the address names. */
    public void open() {
        administration.caller().require(Permission.KEEP_CANNED_RESPONSES);
        CannedView now =
                id == null ? null : administration.orNoSuchPage(() -> responses.get(administration.caller(), id));
        if (now == null) return;
        see(now);
        shortcut = now.shortcut();
        department = now.department();
        text = now.text();
        translations = forms(now.texts());
    }

    private void see(CannedView now) {
        version = now.version();
        seen = new HashMap<>(fields(now));
    }

    private static ArrayList<TranslationForm> forms(Map<String, String> texts) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .map(one -> TranslationForm.of(one.getKey(), one.getValue()))
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Writes it, or says beside what is typed why not. */
    public void save() {
        touched();
        CannedDraft draft = draft();
        if (draft == null) return;
        try {
            CannedView saved = id == null
                    ? responses.create(administration.caller(), draft)
                    : responses.change(administration.caller(), id, draft);
            administration.lead("/portal/canned-response?id=" + saved.id() + "&saved=1");
        } catch (Outdated e) {
            giveWay();
        } catch (Refused e) {
            administration.complain("canned.taken", shortcut);
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** What is typed, or null after the page has said what is missing. */
    private CannedDraft draft() {
        if (shortcut == null || text == null) {
            administration.complain(shortcut == null ? "canned.shortcutMissing" : "canned.textMissing");
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (TranslationForm row : translations) {
            if (row.getText() == null) continue;
            if (row.getLanguage() == null) {
                administration.complain("canned.languageMissing");
                return null;
            }
            if (texts.put(row.getLanguage().strip(), row.getText()) != null) {
                administration.complain("canned.languageTwice", row.getLanguage());
                return null;
            }
        }
        return new CannedDraft(null, shortcut, department, text, texts, id == null ? null : version);
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay() {
        CannedView now;
        try {
            now = responses.get(administration.caller(), id);
        } catch (DeskException e) {
            administration.complain(e);
            return;
        }
        Map<String, String> was = said(seen);
        Map<String, String> theirs = fields(now);
        Map<String, String> is = said(theirs);
        if (Objects.equals(shortcut, seen.get("shortcut"))) shortcut = now.shortcut();
        if (Objects.equals(department, seen.get("departmentId"))) department = now.department();
        if (Objects.equals(unix(text), seen.get("text"))) text = now.text();
        Map<String, String> typed = new TreeMap<>();
        translations.forEach(row -> typed.put(String.valueOf(row.getLanguage()), unix(row.getText())));
        Map<String, String> before = new TreeMap<>();
        seen.forEach((field, value) -> {
            if (field.startsWith("text ")) before.put(field.substring(5), value);
        });
        if (typed.equals(before)) translations = forms(now.texts());
        overtaken(administration.lastChange(AuditKind.CANNED_RESPONSE, id), TheirChange.between(was, is));
        see(now);
    }

    /** As the desk keeps lines: a browser sends them with a return. */
    private static String unix(String typed) {
        return typed == null ? null : typed.replace("\r\n", "\n").strip();
    }

    private static Map<String, String> fields(CannedView view) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("shortcut", view.shortcut());
        fields.put("departmentId", view.department());
        fields.put("department", view.departmentName());
        fields.put("text", view.text());
        new TreeMap<>(view.texts()).forEach((language, own) -> fields.put("text " + language, own));
        return fields;
    }

    private Map<String, String> said(Map<String, String> fields) {
        var words = administration.words();
        Map<String, String> said = new LinkedHashMap<>();
        said.put(words.say("canned.shortcut"), fields.get("shortcut"));
        said.put(words.say("canned.department"), fields.get("department"));
        said.put(words.say("canned.text"), fields.get("text"));
        fields.forEach((field, value) -> {
            if (field.startsWith("text ")) said.put(words.say("canned.text") + " " + field.substring(5), value);
        });
        return said;
    }

    /** Agents can call it no more. */
    public void withdraw() {
        try {
            responses.withdraw(administration.caller(), id, version);
            administration.lead("/portal/canned?saved=1");
        } catch (Outdated e) {
            giveWay();
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    public void addTranslation() {
        touched();
        if (translations.size() < MOST_LANGUAGES) translations.add(new TranslationForm());
    }

    public void removeTranslation(TranslationForm row) {
        touched();
        translations.remove(row);
    }

    /** The departments to choose from, the present one too where it is archived. */
    public List<AuditPage.Choice> getDepartments() {
        long company = administration.caller().requireStaff().companyId();
        Map<String, String> names = new LinkedHashMap<>();
        for (DepartmentView each : departments.of(company)) names.put(each.publicId(), each.name());
        if (seen.get("departmentId") != null) names.putIfAbsent(seen.get("departmentId"), seen.get("department"));
        return names.entrySet().stream()
                .map(each -> new AuditPage.Choice(
                        each.getKey(), each.getValue(), each.getKey().equals(department)))
                .toList();
    }

    /** As they are written in a text: "{{visitor.name}}". */
    public List<String> getVariables() {
        return CannedRules.VARIABLES.stream().map(name -> "{{" + name + "}}").toList();
    }

    public boolean isKnown() {
        return id != null;
    }

    /** As it was called when the page was opened. */
    public String getTitle() {
        return "/" + seen.get("shortcut");
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getShortcut() {
        return shortcut;
    }

    public void setShortcut(String shortcut) {
        this.shortcut = shortcut;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public List<TranslationForm> getTranslations() {
        return translations;
    }
}
