package dev.parley.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.company.FirstStep;
import dev.parley.mail.MailOutcome;
import dev.parley.mail.MailText;
import dev.parley.shared.Permission;
import dev.parley.shared.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles of words: the same keys in every language, each one said somewhere. */
@Tag("CON-15")
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main");
    // in a view t['login.go'], in Java "login.go"
    private static final Pattern QUOTED = Pattern.compile("['\"]([a-z]+(?:\\.[a-zA-Z0-9]+)+)['\"]");
    private static final Pattern IN_A_VIEW = Pattern.compile("\\bt\\['([^']+)'\\s*]");

    static List<Locale> languages() {
        return Languages.SPOKEN;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_the_keys_of_english_and_no_other(Locale language) {
        assertThat(table(language).keySet()).isEqualTo(table(Locale.ENGLISH).keySet());
        assertThat(table(language).values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_text_has_the_places_of_the_english_one(Locale language) {
        Map<String, String> english = table(Locale.ENGLISH);

        table(language).forEach((key, text) -> assertThat(places(text)).as(key).isEqualTo(places(english.get(key))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_apostrophe_would_be_swallowed_by_a_format(Locale language) {
        assertThat(table(language).values()).noneMatch(text -> text.contains("'"));
    }

    @Test
    void no_key_is_said_nowhere() {
        Set<String> unused = new TreeSet<>(table(Locale.ENGLISH).keySet());
        unused.removeAll(said());

        assertThat(unused).isEmpty();
    }

    @Test
    void every_key_that_a_view_says_is_there() {
        Set<String> unknown = sources(".xhtml")
                .flatMap(view -> IN_A_VIEW.matcher(view).results())
                .map(found -> found.group(1))
                .filter(key -> !table(Locale.ENGLISH).containsKey(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).isEmpty();
    }

    /** Literal keys, and those that are put together: a role's name, a problem's title and detail. */
    private static Set<String> said() {
        Set<String> literal = sources(".xhtml", ".java")
                .flatMap(source -> QUOTED.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        return Stream.of(
                        literal.stream(),
                        literal.stream()
                                .filter(name -> name.startsWith("problem."))
                                .flatMap(name -> Stream.of(name + ".title", name + ".detail")),
                        Arrays.stream(Role.values()).map(role -> "role." + role.wire()),
                        Arrays.stream(Permission.values()).map(each -> "permission." + each.wire()),
                        Permission.FOR_ROLES.stream().map(each -> "permission.about." + each.wire()),
                        // by the kind of a contact point, and of a list
                        Stream.of("phone", "email", "link")
                                .flatMap(kind ->
                                        Stream.of("company." + kind, "company." + kind + "s", "company.add" + kind)),
                        Stream.of("active", "invited", "deactivated").map(state -> "audit.state." + state),
                        Arrays.stream(MailText.values()).map(kind -> "mail.kind." + kind.wire()),
                        Arrays.stream(MailOutcome.values()).map(outcome -> "mail.outcome." + outcome.wire()),
                        Arrays.stream(FirstStep.values())
                                .flatMap(step -> Stream.of("steps." + step.wire(), "steps.about." + step.wire())),
                        Stream.of("script", "button", "link", "frame").map(name -> "site.embed." + name + ".hint"),
                        Stream.of("tag", "outcome", "away")
                                .flatMap(kind -> Stream.of("lists." + kind, "lists.about." + kind)))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static Stream<String> sources(String... kinds) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> Arrays.stream(kinds).anyMatch(file.toString()::endsWith))
                    .map(MessagesTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By number; a choice may leave its number out in one of its forms. */
    private static Set<Integer> places(String text) {
        int count = new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
        return IntStream.range(0, count).boxed().collect(Collectors.toSet());
    }

    private static Map<String, String> table(Locale language) {
        try (Reader in = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("messages_" + language.getLanguage() + ".properties"),
                StandardCharsets.UTF_8)) {
            Properties table = new Properties();
            table.load(in);
            return table.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, table::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
