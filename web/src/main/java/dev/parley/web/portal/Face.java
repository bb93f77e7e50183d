package dev.parley.web.portal;

import java.io.Serializable;

/** A person in a row of people. */
public record Face(String name, String initials) implements Serializable {
    public String getName() {
        return name;
    }

    public String getInitials() {
        return initials;
    }
}
