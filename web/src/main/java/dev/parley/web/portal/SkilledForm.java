package dev.parley.web.portal;

import dev.parley.routing.SkillSet;
import dev.parley.shared.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A form in which skills stand, each with a level: what somebody can, or what is asked for. */
public abstract class SkilledForm extends EditedForm {
    private static final long serialVersionUID = 1;
    private static final int MOST = 50;

    private List<SkillForm> skills = new ArrayList<>();

    protected void show(SkillSet set) {
        skills = new TreeMap<>(set.levels())
                .entrySet().stream()
                        .map(one -> SkillForm.of(one.getKey(), one.getValue()))
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What is typed; a row without a name is none. Null after the page has said what does not fit. */
    protected SkillSet skills(Administration administration) {
        Map<String, Integer> levels = new HashMap<>();
        boolean fits = true;
        for (SkillForm row : skills) {
            if (row.getName() == null) continue;
            try {
                SkillSet one = new SkillSet(Map.of(row.getName(), row.getLevel()));
                if (levels.keySet().containsAll(one.levels().keySet())) {
                    administration.complain("skills.twice", row.getName());
                    fits = false;
                }
                levels.putAll(one.levels());
            } catch (Invalid e) {
                administration.complain("skills.notASkill", row.getName());
                fits = false;
            }
        }
        return fits ? new SkillSet(levels) : null;
    }

    /** "billing 3, swedish 2". */
    protected static String said(SkillSet set) {
        return new TreeMap<>(set.levels())
                .entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }

    public void addSkill() {
        touched();
        if (skills.size() < MOST) skills.add(new SkillForm());
    }

    public void removeSkill(SkillForm row) {
        touched();
        skills.remove(row);
    }

    public List<SkillForm> getSkills() {
        return skills;
    }
}
