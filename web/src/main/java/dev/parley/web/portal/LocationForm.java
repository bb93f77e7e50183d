package dev.parley.web.portal;

import dev.parley.company.LocationView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A location in the company's form. */
public class LocationForm implements Serializable {
    private static final long serialVersionUID = 1;

    private String name;
    private String address;
    private boolean shown = true;
    private final PointsForm phones;
    private final PointsForm emails;
    private final PointsForm links;

    private LocationForm(List<PointForm> phones, List<PointForm> emails, List<PointForm> links) {
        this.phones = new PointsForm("phone", phones);
        this.emails = new PointsForm("email", emails);
        this.links = new PointsForm("link", links);
    }

    static LocationForm empty() {
        return new LocationForm(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static LocationForm of(LocationView view) {
        LocationForm form =
                new LocationForm(PointForm.of(view.phones()), PointForm.of(view.emails()), PointForm.of(view.links()));
        form.name = view.name();
        form.address = view.address();
        form.shown = view.shown();
        return form;
    }

    LocationView view() {
        return new LocationView(
                name,
                address == null ? null : address.replace("\r\n", "\n").strip(),
                shown,
                PointForm.views(phones.rows()),
                PointForm.views(emails.rows()),
                PointForm.views(links.rows()));
    }

    public List<PointsForm> getPoints() {
        return List.of(phones, emails, links);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public boolean isShown() {
        return shown;
    }

    public void setShown(boolean shown) {
        this.shown = shown;
    }
}
