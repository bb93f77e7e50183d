package dev.parley.web.rest;

import dev.parley.company.LocationView;
import java.util.List;

/** A place of a company. {@code shown}: visitors see it; true where it is not said, and not said to visitors. */
public record LocationLine(
        String name,
        String address,
        Boolean shown,
        List<ContactLine> phones,
        List<ContactLine> emails,
        List<ContactLine> links) {
    static LocationLine of(LocationView view) {
        return new LocationLine(
                view.name(),
                view.address(),
                view.shown(),
                ContactLine.of(view.phones()),
                ContactLine.of(view.emails()),
                ContactLine.of(view.links()));
    }

    static LocationLine forVisitors(LocationView view) {
        return new LocationLine(
                view.name(),
                view.address(),
                null,
                ContactLine.forVisitors(view.phones()),
                ContactLine.forVisitors(view.emails()),
                ContactLine.forVisitors(view.links()));
    }

    LocationView view() {
        return new LocationView(
                name,
                address,
                shown == null || shown,
                ContactLine.views(phones),
                ContactLine.views(emails),
                ContactLine.views(links));
    }
}
