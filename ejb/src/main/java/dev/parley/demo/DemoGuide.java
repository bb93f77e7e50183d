package dev.parley.demo;

import dev.parley.shared.Role;
import java.util.List;

/**
 * A demo company as the start page shows it to everybody: what there is to try, and as whom. The table in the contract says the same.
 *
 * @param siteKey of its one site
 */
public record DemoGuide(String company, String siteKey, List<Person> people) {
    /** The password of every demo account. No secret: production refuses to start where these accounts are. */
    public static final String PASSWORD = "parley-demo";

    /** Somebody to sign in as. */
    public record Person(String email, String name, Role role) {}

    public DemoGuide {
        people = List.copyOf(people);
    }

    /** The demo companies, in the order in which they are made. */
    public static List<DemoGuide> all() {
        return DemoCompany.ALL.stream()
                .map(c -> new DemoGuide(
                        c.name(),
                        c.siteKey(),
                        c.people().stream()
                                .map(p -> new Person(p.email(), p.name(), p.role()))
                                .toList()))
                .toList();
    }
}
