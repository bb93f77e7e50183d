package dev.parley.web.portal;

import java.io.Serializable;

/** Something to tick in a form. {@code note} says more about it, or is empty. */
public class Ticked implements Serializable {
    private static final long serialVersionUID = 1;

    private final String id;
    private final String name;
    private final String note;
    private boolean on;

    Ticked(String id, String name, String note, boolean on) {
        this.id = id;
        this.name = name;
        this.note = note;
        this.on = on;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getNote() {
        return note;
    }

    public boolean isOn() {
        return on;
    }

    public void setOn(boolean on) {
        this.on = on;
    }
}
