package dev.parley.web.portal;

import java.io.Serializable;

/** A skill in a form; the level is 1 to 5. */
public class SkillForm implements Serializable {
    private static final long serialVersionUID = 1;

    private String name;
    private Integer level = 3;

    static SkillForm of(String name, int level) {
        SkillForm form = new SkillForm();
        form.name = name;
        form.level = level;
        return form;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getLevel() {
        return level;
    }

    public void setLevel(Integer level) {
        this.level = level;
    }
}
