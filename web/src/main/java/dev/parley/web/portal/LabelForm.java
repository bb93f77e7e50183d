package dev.parley.web.portal;

import java.io.Serializable;

/** A row of a list of labels; without an id it is new. */
public class LabelForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final String id;
    private String name;

    LabelForm(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
