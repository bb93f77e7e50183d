package dev.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.shared.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages' guards and the names of permissions are written down twice: they must not drift apart. */
@Tag("SEC-2")
class PageGuardsTest {
    private static final Pattern ROLE = Pattern.compile("<role-name>([^<]+)</role-name>");
    private final String guards = read();

    @Test
    void the_container_knows_every_permission_and_nothing_else() {
        Set<String> known =
                Arrays.stream(Permission.values()).map(Permission::wire).collect(Collectors.toCollection(TreeSet::new));
        known.add(SessionMechanism.COLLEAGUE);

        String declared = guards.substring(guards.indexOf("<security-role>"));
        assertThat(names(declared)).isEqualTo(known);
        assertThat(known).containsAll(names(guards));
    }

    @Test
    void whoever_has_something_to_look_after_there_is_let_into_the_portal() {
        int begin = guards.indexOf("<web-resource-name>portal</web-resource-name>");
        String portal = guards.substring(begin, guards.indexOf("</security-constraint>", begin));

        assertThat(names(portal))
                .isEqualTo(Permission.OF_PORTAL.stream()
                        .map(Permission::wire)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> names(String xml) {
        return ROLE.matcher(xml)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
