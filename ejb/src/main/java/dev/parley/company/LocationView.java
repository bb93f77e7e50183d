package dev.parley.company;

import java.util.List;

/**
 * A place of a company and the ways to reach it there.
 *
 * @param address as it stands on an envelope, several lines, or null
 * @param shown whether visitors may see it and those of its ways that are shown
 */
public record LocationView(
        String name,
        String address,
        boolean shown,
        List<ContactPointView> phones,
        List<ContactPointView> emails,
        List<ContactPointView> links) {
    public LocationView {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        links = List.copyOf(links);
    }

    /** The same with only what visitors may see. */
    LocationView forVisitors() {
        return new LocationView(name, address, shown, shown(phones), shown(emails), shown(links));
    }

    private static List<ContactPointView> shown(List<ContactPointView> all) {
        return all.stream().filter(ContactPointView::shown).toList();
    }
}
