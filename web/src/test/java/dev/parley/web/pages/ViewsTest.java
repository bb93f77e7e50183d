package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What holds for every view under {@code webapp}, also for those that only some mode or some role ever sees. */
class ViewsTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(f -> f.toString().endsWith(".xhtml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    @Tag("SEC-5")
    void nothing_inline_stands_in_a_view(Path view) throws Exception {
        List<String> inline = new ArrayList<>();
        for (Element element : elements(view)) {
            if (element.getTagName().equals("style")) inline.add("style element");
            if (element.getTagName().equals("script") && !element.hasAttribute("src")) inline.add("script without src");
            for (Attr attribute : attributes(element)) {
                if (attribute.getName().matches("style|on[a-z]+")) inline.add(attribute.toString());
            }
        }

        assertThat(inline).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    @Tag("OPS-8")
    void nothing_is_fetched_from_another_host(Path view) throws Exception {
        List<String> foreign = elements(view).stream()
                .flatMap(element -> attributes(element).stream())
                .filter(a -> a.getName().matches("src|href|action|srcset|data"))
                .map(Attr::getValue)
                .filter(value -> value.matches("(?i)(?:[a-z]+:|//).*"))
                .toList();

        assertThat(foreign).isEmpty();
    }

    /** Reads the view as Facelets does: with namespaces, so that a prefix nobody declared is found here and not by a customer. */
    private static List<Element> elements(Path view) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(view.toFile());
        var found = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        return elements;
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++)
            attributes.add((Attr) element.getAttributes().item(i));
        return attributes;
    }
}
