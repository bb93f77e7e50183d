package dev.parley.screens;

/**
 * What axe looks for in a document: rules of WCAG 2.2, A and AA, and its best practices. The same page in another look is the same document,
 * so there it is enough to look for what the look can break; looking at colours takes longer than everything else together.
 */
enum Axe {
    ALL(""),
    /** In another colour scheme. */
    COLOURS("{ runOnly: { type: 'rule', values: ['color-contrast'] } }"),
    /** In another size or language. */
    LAYOUT("{ rules: { 'color-contrast': { enabled: false } } }");

    /** Gives one line for each element that breaks a rule. A colour on its way to another is at its end first. */
    private static final String LOOK_OVER = """
            async () => (document.getAnimations().forEach((moving) => moving instanceof CSSTransition && moving.finish()), await axe.run(document, { resultTypes: ['violations'], runOnly:
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], ...%s }))
              .violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.html.slice(0, 200)))
            """;

    private final String script;

    Axe(String options) {
        script = LOOK_OVER.formatted(options.isEmpty() ? "{}" : options);
    }

    String script() {
        return script;
    }
}
