package dev.parley.web.portal;

import dev.parley.routing.OverflowDraft;
import dev.parley.web.language.Words;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** When what waits in a department goes on to another, in its form. What is empty does not matter. */
public class OverflowForm implements Serializable {
    private static final long serialVersionUID = 1;

    private String department;
    private String length;
    private String minutes;
    private String seconds;
    private boolean unattended;

    void fill(OverflowDraft written) {
        department = written.department();
        length = text(written.queueLength());
        minutes = text(written.expectedMinutes());
        seconds = text(written.waitedSeconds());
        unattended = written.unattended();
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    /** What is typed; null after the page has said what does not fit. */
    OverflowDraft draft(Administration administration) {
        boolean fits = within(administration, "overflow.length", length, OverflowDraft.MOST_LENGTH)
                & within(administration, "overflow.minutes", minutes, OverflowDraft.MOST_MINUTES)
                & within(administration, "overflow.seconds", seconds, OverflowDraft.MOST_SECONDS);
        if (!fits) return null;
        boolean some = length != null || minutes != null || seconds != null || unattended;
        if ((department != null) != some) {
            administration.complain(some ? "overflow.whereMissing" : "overflow.whenMissing");
            return null;
        }
        return new OverflowDraft(department, number(length), number(minutes), number(seconds), unattended);
    }

    private static boolean within(Administration administration, String field, String typed, int most) {
        if (typed == null) return true;
        if (typed.strip().matches("\\d{1,6}") && number(typed) >= 1 && number(typed) <= most) return true;
        administration.complain("routing.notANumber", administration.words().say(field), 1, most);
        return false;
    }

    private static Integer number(String typed) {
        return typed == null ? null : Integer.valueOf(typed.strip());
    }

    /** What is written by the names of its fields, as a person reads it. @param names of departments, by public id */
    static Map<String, String> said(OverflowDraft draft, Words words, UnaryOperator<String> names) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(words.say("overflow.to"), draft.keepsAll() ? null : names.apply(draft.department()));
        said.put(words.say("overflow.length"), text(draft.queueLength()));
        said.put(words.say("overflow.minutes"), text(draft.expectedMinutes()));
        said.put(words.say("overflow.seconds"), text(draft.waitedSeconds()));
        said.put(words.say("overflow.unattended"), words.say(draft.unattended() ? "audit.yes" : "audit.no"));
        return said;
    }

    /** What was not touched here becomes theirs. */
    void giveWay(OverflowDraft read, OverflowDraft theirs) {
        if (Objects.equals(department, read.department())) department = theirs.department();
        length = merged(length, read.queueLength(), theirs.queueLength());
        minutes = merged(minutes, read.expectedMinutes(), theirs.expectedMinutes());
        seconds = merged(seconds, read.waitedSeconds(), theirs.waitedSeconds());
        if (unattended == read.unattended()) unattended = theirs.unattended();
    }

    private static String merged(String mine, Integer read, Integer theirs) {
        return Objects.equals(mine, text(read)) ? text(theirs) : mine;
    }

    /** Public id of the other department; null: everything stays. */
    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getLength() {
        return length;
    }

    public void setLength(String length) {
        this.length = length;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(String minutes) {
        this.minutes = minutes;
    }

    public String getSeconds() {
        return seconds;
    }

    public void setSeconds(String seconds) {
        this.seconds = seconds;
    }

    public boolean isUnattended() {
        return unattended;
    }

    public void setUnattended(boolean unattended) {
        this.unattended = unattended;
    }
}
