package dev.parley.company;

import java.util.List;

/**
 * A company's name and where it can be reached, as its administrators see and write it.
 *
 * @param version grows with every change; who writes says which version was read
 */
public record ContactView(String name, List<LocationView> locations, long version) {
    public ContactView {
        locations = List.copyOf(locations);
    }
}
