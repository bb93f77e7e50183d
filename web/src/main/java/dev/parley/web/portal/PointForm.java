package dev.parley.web.portal;

import dev.parley.company.ContactPointView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A row of a form: one phone number, e-mail address or link. */
public class PointForm implements Serializable {
    private static final long serialVersionUID = 1;

    private String label;
    private String value;
    private boolean shown = true;

    static List<PointForm> of(List<ContactPointView> views) {
        List<PointForm> forms = new ArrayList<>();
        for (ContactPointView view : views) {
            PointForm form = new PointForm();
            form.label = view.label();
            form.value = view.value();
            form.shown = view.shown();
            forms.add(form);
        }
        return forms;
    }

    /** Rows in which nothing was typed are none. */
    static List<ContactPointView> views(List<PointForm> forms) {
        return forms.stream()
                .filter(f -> f.value != null || f.label != null)
                .map(f -> new ContactPointView(f.label, f.value, f.shown))
                .toList();
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public boolean isShown() {
        return shown;
    }

    public void setShown(boolean shown) {
        this.shown = shown;
    }
}
