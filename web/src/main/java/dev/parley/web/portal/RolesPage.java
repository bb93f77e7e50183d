package dev.parley.web.portal;

import dev.parley.access.RoleView;
import dev.parley.access.Roles;
import dev.parley.shared.Permission;
import dev.parley.web.language.Words;
import dev.parley.web.pages.AccountPart;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What people may do: the company's own roles, and below them those that every company has. */
@Named
@RequestScoped
public class RolesPage {
    @Inject
    private Administration administration;

    @Inject
    private Roles roles;

    private List<RoleView> all;

    /** A role in the list. {@code people} is empty for the desk's. */
    public record Line(String id, String name, String people, String permissions) {
        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public String getPeople() {
            return people;
        }

        public String getPermissions() {
            return permissions;
        }
    }

    /** Those that the company made, by name. */
    public List<Line> getOwn() {
        return lines(true);
    }

    /** Those that every company has, highest first. */
    public List<Line> getBuiltIn() {
        return lines(false);
    }

    private List<Line> lines(boolean own) {
        Words words = administration.words();
        return all().stream()
                .filter(view -> (view.role().name() != null) == own)
                .map(view -> new Line(
                        view.role().wire(),
                        AccountPart.roleName(view.role(), words),
                        own ? words.say("roles.people", view.count()) : "",
                        PermissionWords.said(view.role(), words)))
                .toList();
    }

    private List<RoleView> all() {
        if (all == null) {
            administration.caller().require(Permission.MANAGE_ROLES);
            all = roles.all(administration.caller());
        }
        return all;
    }
}
