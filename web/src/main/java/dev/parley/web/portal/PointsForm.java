package dev.parley.web.portal;

import java.io.Serializable;
import java.util.List;

/**
 * The phones, e-mails or links of a location on the company's page.
 *
 * @param kind {@code phone}, {@code email} or {@code link}
 */
public record PointsForm(String kind, List<PointForm> rows) implements Serializable {
    // expressions of Jakarta EE 10 read getters

    public String getKind() {
        return kind;
    }

    public List<PointForm> getRows() {
        return rows;
    }

    /** What a browser offers to type with. */
    public String getType() {
        return switch (kind) {
            case "phone" -> "tel";
            case "email" -> "email";
            default -> "url";
        };
    }
}
