package dev.parley.company.domain;

import dev.parley.company.InactivityRule;
import dev.parley.company.InactivityRule.Words;
import dev.parley.shared.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of a department's conversations in which the visitor falls silent, as an administrator wrote it last. */
@Entity
@Table(name = "department_inactivity")
@NamedQuery(
        name = "DepartmentInactivity.acting",
        query = "select i from DepartmentInactivity i where i.remindMinutes is not null or i.closeMinutes is not null"
                + " order by i.departmentId")
public class DepartmentInactivity {
    @Id
    @Column(name = "department_id")
    private long departmentId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "remind_minutes")
    private Integer remindMinutes;

    @Column(name = "close_minutes")
    private Integer closeMinutes;

    private String texts;

    protected DepartmentInactivity() {}

    /** A department's first own rule. */
    public DepartmentInactivity(long companyId, long departmentId, InactivityRule rule) {
        this.companyId = companyId;
        this.departmentId = departmentId;
        write(rule);
    }

    /** From now on by this, in place of what was written before. */
    public final void write(InactivityRule rule) {
        remindMinutes = rule.remindMinutes();
        closeMinutes = rule.closeMinutes();
        texts = json(rule.texts()).toString();
    }

    public InactivityRule rule() {
        Map<String, Words> read = new LinkedHashMap<>();
        try (var reader = Json.createReader(new StringReader(texts))) {
            reader.readObject().forEach((language, said) -> {
                JsonObject words = said.asJsonObject();
                read.put(language, new Words(words.getString("reminder", null), words.getString("closing", null)));
            });
        }
        return new InactivityRule(remindMinutes, closeMinutes, read);
    }

    /** The words as JSON, as they are kept. */
    public static JsonObject json(Map<String, Words> texts) {
        var json = Json.createObjectBuilder();
        texts.forEach((language, words) -> {
            var said = Json.createObjectBuilder();
            if (words.reminder() != null) said.add("reminder", words.reminder());
            if (words.closing() != null) said.add("closing", words.closing());
            json.add(language, said);
        });
        return json.build();
    }

    public long departmentId() {
        return departmentId;
    }

    public long companyId() {
        return companyId;
    }
}
