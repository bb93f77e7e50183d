package dev.parley.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every route that answers a list either gives it in parts or says in the OpenAPI document how long it is at most. */
@Tag("OPS-1")
class ListRoutesTest {
    private static final Pattern BOUND = Pattern.compile("at most \\d");

    /** Lists that grow with a company's work, however many colleagues, sites or words it has: a bound is not enough. */
    private static final Set<String> GROWING = Set.of(
            "/agents",
            "/agents/deactivated",
            "/audit",
            "/conversations",
            "/conversations/{id}/decisions",
            "/conversations/{id}/messages",
            "/invitations",
            "/mails",
            "/mentions",
            "/operator/companies",
            "/people",
            "/sessions");

    @Test
    void each_list_is_given_in_parts_or_says_how_long_it_is_at_most() {
        List<Method> lists = lists(resources());

        assertThat(lists).hasSizeGreaterThan(20);
        assertThat(lists.stream().filter(ListRoutesTest::endless).map(ListRoutesTest::path))
                .isEmpty();
    }

    @Test
    void what_grows_is_given_in_parts() {
        Set<String> inParts = lists(resources()).stream()
                .filter(ListRoutesTest::inParts)
                .map(ListRoutesTest::path)
                .collect(Collectors.toSet());

        assertThat(inParts).containsAll(GROWING);
    }

    @Test
    void a_list_with_neither_is_noticed() {
        assertThat(lists(Stream.of(Planted.class)).stream()
                        .filter(ListRoutesTest::endless)
                        .map(Method::getName))
                .containsExactlyInAnyOrder("endless", "noLimit", "nothingNext");
    }

    private static Stream<Class<?>> resources() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ParleyApi.class.getPackageName())
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect);
    }

    private static List<Method> lists(Stream<Class<?>> resources) {
        return resources
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(GET.class))
                .filter(method ->
                        answer(method).filter(each -> has(each, "items")).isPresent())
                .toList();
    }

    /** The record that is answered, also inside a response that says of what it is. */
    private static Optional<Class<?>> answer(Method method) {
        if (method.getReturnType().isRecord()) return Optional.of(method.getReturnType());
        return Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                .flatMap(response -> Arrays.stream(response.content()))
                .<Class<?>>map(content -> content.schema().implementation())
                .filter(Class::isRecord)
                .findFirst();
    }

    private static boolean endless(Method method) {
        String said = method.getAnnotation(Operation.class).summary();
        return !inParts(method) && !BOUND.matcher(said).find();
    }

    private static boolean inParts(Method method) {
        Set<String> asked = Arrays.stream(method.getParameters())
                .map(ListRoutesTest::query)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        boolean from = asked.contains("cursor") || asked.contains("after");
        return from && asked.contains("limit") && has(answer(method).orElseThrow(), "next");
    }

    private static Optional<String> query(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }

    private static boolean has(Class<?> answer, String name) {
        return Arrays.stream(answer.getRecordComponents())
                .map(RecordComponent::getName)
                .anyMatch(name::equals);
    }

    private static String path(Method method) {
        String own = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        return (method.getDeclaringClass().getAnnotation(Path.class).value() + own).replaceFirst("^//", "/");
    }

    /** What no resource should be. */
    @Path("/planted")
    static class Planted {
        record All(List<String> items) {}

        record Some(List<String> items, String next) {}

        @GET
        @Operation(summary = "All there are")
        public All endless() {
            return null;
        }

        @GET
        @Operation(summary = "Some")
        public Some noLimit(@QueryParam("cursor") String cursor) {
            return null;
        }

        @GET
        @Operation(summary = "Some")
        public All nothingNext(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
            return null;
        }

        @GET
        @Operation(summary = "All there are; at most 50")
        public All bounded() {
            return null;
        }

        @GET
        @Operation(summary = "Some")
        public Some inParts(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
            return null;
        }
    }
}
