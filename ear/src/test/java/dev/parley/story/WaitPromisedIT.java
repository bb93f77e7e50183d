package dev.parley.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.running.ChatClient.frame;

import com.microsoft.playwright.Page;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Globex's only agent has room for one conversation at a time; what the waits of those before were is told to those who come. In a Parley of
 * its own, where nobody else has left anything to the agent.
 */
class WaitPromisedIT {
    private static final String AGENT = "agent@globex.example";
    private static final Pattern PROMISE = Pattern.compile("minute.* until an answer");
    /** As many as make a history, and one more who is answered at once. */
    private static final int COME = 10;

    private static RunningParley parley;

    private final List<ChatClient> sockets = new ArrayList<>();
    private Browsers browsers;

    @BeforeAll
    static void start() {
        parley = RunningParley.start(Map.of());
    }

    @AfterAll
    static void stop() {
        parley.close();
    }

    @BeforeEach
    void open() {
        browsers = new Browsers();
    }

    @AfterEach
    void close() {
        sockets.forEach(ChatClient::close);
        browsers.close();
    }

    @Test
    @Tag("ROU-11")
    @Tag("WID-10")
    @Tag("WID-12")
    void whoever_would_wait_reads_how_long_on_the_first_page_and_then_beside_the_place_in_line() {
        ChatClient agent = parley.agent(AGENT);
        sockets.add(agent);
        String gil = agent.heard().stream()
                .filter(heard -> heard.getString("type").equals("welcome"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("agent")
                .getString("id");
        ParleyRest rest = parley.rest();
        String administrator = rest.signIn("admin@globex.example");
        openAroundTheClock(rest, administrator);
        put(
                rest,
                administrator,
                "/api/v1/agents/" + gil,
                Json.createObjectBuilder().add("capacity", 1));
        agent.ask(frame("presence").add("status", "available"));
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < COME; i++) waiting.add(comes());

        for (int i = 0; i < COME; i++) {
            String next = waiting.get(i);
            agent.ask(frame("accept").add("conversation", next));
            if (i < COME - 1) agent.ask(frame("close").add("conversation", next));
        }

        Page visitor = browsers.newPerson();
        visitor.navigate(parley.url().resolve("/chat/globex?lang=en").toString());
        assertThat(visitor.locator(".home .tile small")).containsText(PROMISE);
        visitor.locator(".home .tile").first().click();
        visitor.locator("textarea").fill("How long will it be?");
        visitor.locator("button.send").click();
        assertThat(visitor.locator("small.wait").first()).containsText("minute");

        agent.ask(frame("close").add("conversation", waiting.get(COME - 1)));
    }

    /** Globex has business hours, and this is not about them. */
    private static void openAroundTheClock(ParleyRest rest, String administrator) {
        String hours = "/api/v1/hours?site=globex";
        var week = Json.createArrayBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.add(Json.createObjectBuilder()
                    .add("day", day.name().toLowerCase(Locale.ROOT))
                    .add("from", "00:00")
                    .add("to", "24:00"));
        }
        int version = ParleyRest.json(rest.get(hours, administrator)).getInt("version");
        put(
                rest,
                administrator,
                hours,
                Json.createObjectBuilder()
                        .add("version", version)
                        .add("timeZone", "UTC")
                        .add("week", week));
    }

    private static void put(ParleyRest rest, String administrator, String path, JsonObjectBuilder said) {
        var answer = rest.send("PUT", path, administrator, said.build());
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Another visitor asks, and is told the place in line. @return the conversation */
    private String comes() {
        ChatClient visitor = parley.visitor("globex");
        sockets.add(visitor);
        String conversation = visitor.say(null, "Is somebody there?").getString("conversation");
        visitor.expect("queue");
        return conversation;
    }
}
