package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.Picture;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What wants to run, in what people write: every payload in messages of both sides, in quotes and in notes, every twelfth also as a
 * visitor's name, page title, page address, referrer, step of its trail, attribute of the host site, note on the person and file name,
 * which are quoted too; the naughty strings in an agent's messages.
 */
@Tag("SEC-5")
@Tag("CHAT-14")
class InjectionIT {
    private static final String WITNESS = """
            window.violations = [];
            document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI));
            """;
    /** A name has at most 120 characters. */
    private static final int LONGEST_NAME = 120;
    /** An attribute has at most 40 and 200. */
    private static final int LONGEST_ATTRIBUTE = 40;

    private static final int LONGEST_VALUE = 200;

    private final RunningParley parley = RunningParley.shared();
    private final List<String> payloads = Payloads.all();

    @Test
    void none_of_it_runs_or_even_tries_to() {
        assertThat(payloads).hasSizeGreaterThan(200);
        try (Browsers browsers = new Browsers();
                ChatClient agent = parley.agent("agent1@acme.example")) {
            Page widget = person(browsers);
            Page desk = person(browsers);
            widget.navigate(parley.url().resolve("/chat/acme").toString());
            String first = "Begin " + UUID.randomUUID();
            write(widget, first);
            Console console = new Console(desk, parley);
            console.signIn("agent2@acme.example");
            console.takeFromQueue(first);
            String conversation = ParleyRest.json(parley.rest()
                            .get(
                                    "/api/v1/conversations?q=" + first.replace(' ', '+'),
                                    parley.rest().signIn("agent2@acme.example")))
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getString("id");
            payloads.forEach(words ->
                    quote(agent, conversation, agent.say(conversation, words).getString("id"), "That?"));
            Payloads.naughtyStrings().forEach(words -> sayAnything(agent, conversation, words));
            payloads.forEach(words -> agent.ask(ChatClient.frame("note")
                    .add("clientId", UUID.randomUUID().toString())
                    .add("conversation", conversation)
                    .add("text", words)));
            writeAll(widget, conversation);
            String all = "All " + UUID.randomUUID();
            write(widget, all);
            console.seeInTimeline(all);
            // the console keeps all rows of the conversations that were in front last, and visitors with names put
            // others in front
            assertThat(desk.locator(".pw-quote").count()).isGreaterThanOrEqualTo(payloads.size());
            quiet(desk);
            visitorsWithNames(console, desk);
            String last = "End " + UUID.randomUUID();
            write(widget, last);
            console.seeInTimeline(last);
            agent.say(conversation, last + " answered");
            widget.getByText(last + " answered").first().waitFor();

            assertThat(widget.locator(".quote").count()).isGreaterThanOrEqualTo(payloads.size());
            quiet(widget);
            quiet(desk);
            notices(widget);
            notices(desk);
        }
    }

    private static void quote(ChatClient who, String conversation, String message, String words) {
        who.ask(ChatClient.frame("send")
                .add("clientId", UUID.randomUUID().toString())
                .add("conversation", conversation)
                .add("text", words)
                .add("replyTo", message));
    }

    /** Taken or refused: blank to the desk is not always blank to others. */
    private static void sayAnything(ChatClient agent, String conversation, String words) {
        String id = UUID.randomUUID().toString();
        agent.send(ChatClient.frame("send")
                .add("ref", id)
                .add("clientId", id)
                .add("conversation", conversation)
                .add("text", words));
        agent.expect("an answer", frame -> id.equals(frame.getString("ref", null)));
    }

    private static Page person(Browsers browsers) {
        Page page = browsers.newPerson();
        page.addInitScript(WITNESS);
        page.onDialog(dialog -> {
            throw new AssertionError("a dialog: " + dialog.message());
        });
        return page;
    }

    private static void write(Page widget, String words) {
        widget.locator("textarea").fill(words);
        widget.keyboard().press("Enter");
        widget.waitForCondition(() -> widget.locator("textarea").inputValue().isEmpty());
    }

    /** By the hand of the visitor, and most of them by another line of the same visitor: what is read is the same, and it takes a quarter of the time. */
    private void writeAll(Page widget, String conversation) {
        String token = (String) widget.evaluate("async () => (await (await fetch('/api/v1/sites/acme/visitors',"
                + " { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })).json()).token");
        try (ChatClient line = ChatClient.connect(parley.url().resolve("/ws/visitor"), token)) {
            for (int i = 0; i < payloads.size(); i++) {
                if (i % 12 == 0) write(widget, payloads.get(i));
                else line.say(conversation, payloads.get(i));
            }
        }
    }

    /** Names, pages and files of visitors, in the list, the offer and the visitor's pane. */
    private void visitorsWithNames(Console console, Page desk) {
        String colleague = parley.rest().signIn("agent1@acme.example");
        for (int i = 0; i < payloads.size(); i += 12) {
            String words = payloads.get(i);
            String name = cut(words, LONGEST_NAME);
            var arrival = Json.createObjectBuilder()
                    .add("name", name)
                    .add("language", "de\"><b>")
                    .add(
                            "attributes",
                            Json.createObjectBuilder().add(cut(words, LONGEST_ATTRIBUTE), cut(words, LONGEST_VALUE)))
                    .add(
                            "page",
                            Json.createObjectBuilder()
                                    .add("title", words)
                                    .add("url", "https://a.example/?" + words)
                                    .add("referrer", "javascript:" + words));
            String token = ParleyRest.json(parley.rest().post("/api/v1/sites/acme/visitors", null, arrival.build()))
                    .getString("token");
            try (ChatClient visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token)) {
                String mark = UUID.randomUUID().toString();
                String file = ParleyRest.json(parley.rest()
                                .upload(
                                        token,
                                        words.replaceAll("[\"\\r\\n]", "'") + ".png",
                                        "image/png",
                                        Picture.png()))
                        .getString("id");
                String conversation = visitor.say(null, mark).getString("conversation");
                JsonObject shown = visitor.ask(ChatClient.frame("send")
                        .add("clientId", UUID.randomUUID().toString())
                        .add("conversation", conversation)
                        .add("text", "")
                        .add("files", Json.createArrayBuilder().add(file)));
                quote(visitor, conversation, shown.getString("id"), mark);
                assertThat(parley.rest()
                                .post(
                                        "/api/v1/conversations/" + conversation + "/visitor/notes",
                                        colleague,
                                        Json.createObjectBuilder()
                                                .add("text", words)
                                                .build())
                                .statusCode())
                        .isEqualTo(201);
                visitor.send(ChatClient.frame("page")
                        .add("url", "https://b.example/#" + words)
                        .add("title", words));
                visitor.send(ChatClient.frame("ping"));
                visitor.expect("pong");
                desk.locator(".pw-conv", new Page.LocatorOptions().setHasText(mark))
                        .first()
                        .click();
                console.seeInTimeline(mark);
                desk.locator(".pw-quote").first().waitFor();
                desk.locator(".pw-past, .pw-sec:has-text('This is the first.')")
                        .first()
                        .waitFor();
                desk.locator(".pw-pnote").waitFor();
                desk.locator(".pw-trail a").first().waitFor();
                desk.locator(".pw-visitor h3:has-text('From the site') + dl dd").waitFor();
                visitor.ask(ChatClient.frame("close").add("conversation", conversation));
            }
        }
        console.ownConversation("").click();
    }

    private static String cut(String words, int length) {
        return words.substring(0, Math.min(length, words.length()));
    }

    /** The same witness sees what we plant: it would have seen theirs. */
    private static void notices(Page page) {
        page.evaluate(
                "() => document.body.append(Object.assign(document.createElement('img'), { src: 'https://evil.example/x.png' }))");
        page.waitForCondition(() -> !((List<?>) page.evaluate("violations")).isEmpty());
    }

    private static void quiet(Page page) {
        for (Frame frame : page.frames()) {
            assertThat(frame.evaluate("window.hit")).as(frame.url()).isNull();
            assertThat((List<?>) frame.evaluate("violations")).as(frame.url()).isEmpty();
            assertThat(frame.locator(
                                    ":is(#parley, parley-workspace) :is(script, base, object, embed, iframe, link, marquee, math, meta, style, video)")
                            .count())
                    .as("elements that nobody of us made in " + frame.url())
                    .isZero();
        }
    }
}
