package dev.parley.bench.frame;

import java.util.List;
import java.util.stream.Stream;

/** The cases by name: what is wrong on the wire, and what is wrong in the text. */
final class FrameCases {
    private FrameCases() {}

    static List<FrameCase> all() {
        return Stream.of(TextCases.beforeHello(), WireCases.all(), TextCases.afterHello())
                .flatMap(List::stream)
                .toList();
    }

    static String send(String clientId, String text) {
        return "{\"type\":\"send\",\"ref\":\"1\",\"clientId\":\"" + clientId + "\",\"text\":\"" + text + "\"}";
    }
}
