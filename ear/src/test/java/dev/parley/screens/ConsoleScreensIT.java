package dev.parley.screens;

import static dev.parley.running.ChatClient.frame;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import dev.parley.story.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An hour of the console, with a picture of each state; as {@link WidgetScreensIT}. */
@Tag("CON-1")
@Tag("CON-15")
class ConsoleScreensIT {
    private static final String ANNA = "agent1@acme.example";
    private static final Look WIDE = new Look("", 1440, 900, Look.DESKTOP.scheme(), "en");
    private static final Look SMALL = new Look("", 1024, 768, Look.DESKTOP.scheme(), "en");
    private static final Look DARK = new Look("", 1440, 900, Look.DARK.scheme(), "en");
    private static final String LONG_NAME = "Wilhelmine von Hohenstein-Rechnungsklärung und Mahnwesen";
    private static final String LONG_WORD =
            "Zuständigkeitsbereichsleiterinnenversammlungsprotokollführung https://parcels.example/";

    private final Album album = new Album();
    private RunningParley parley;
    private Browsers browsers;
    private Customers customers;
    private Page page;
    private Console console;

    @Test
    void every_state_of_the_console_is_there_and_axe_finds_nothing_in_it() {
        try (RunningParley own = RunningParley.start(RunningParley.LONG);
                Browsers opened = new Browsers();
                Customers here = new Customers(own)) {
            parley = own;
            browsers = opened;
            customers = here;
            arriving();
            ringing();
            talk();
            atWork();
            mentioned();
            windows();
            dialogs();
            otherEyes();
            withoutALine();
        }
        album.axeFoundNothing();
    }

    /** Until the desk has answered, the shape of what comes; then nothing to do. */
    private void arriving() {
        page = browsers.newPerson(WIDE.options());
        console = new Console(page, parley);
        List<Route> held = new ArrayList<>();
        page.route("**/api/v1/sessions/socket", held::add);
        page.navigate(parley.url().resolve("/login?next=/console").toString());
        page.locator("#email").fill(ANNA);
        page.locator("#password").fill(ParleyRest.PASSWORD);
        page.locator("#go").click();
        page.locator(".pw-rows[aria-busy=true]").waitFor();
        page.waitForCondition(() -> !held.isEmpty());
        take("console-loading");
        page.unroute("**/api/v1/sessions/socket");
        held.forEach(Route::resume);
        page.locator(".pw-presence select:enabled").waitFor();
        page.getByText("No chat rings here now").waitFor();
        take("console-silent");
        page.locator(".pw-empty .go").click();
        page.getByText("All answered").waitFor();
        take("console-empty");
    }

    private void ringing() {
        customers.arrive("Mia Berger", "Hello. One of the poles of my **Ridge 3** tent is broken.");
        console.offer().waitFor();
        page.locator(".pw-offer").getByText("Ridge 3 tent").last().waitFor();
        take("console-ringing");
        console.accept();
        console.seeInTimeline("poles of my");
    }

    /** Words of both, a picture, an answer to one of them, and a note in between. */
    private void talk() {
        ChatClient mia = customers.first();
        console.reply("Oh dear. I look what we can do. Which one is it, **front** or back?");
        var question = mia.expect("a reply", f -> f.getString("text", "").startsWith("Oh dear"));
        page.locator(".pw-composer input[type=file]")
                .setInputFiles(new FilePayload("poles.png", "image/png", Visitor.photo(page, parley, 400, 250)));
        page.locator(".pw-file img").waitFor();
        page.locator(".modes button").last().click();
        Locator note = page.getByPlaceholder("Only your team sees this");
        note.fill("The workshop has poles of the old series, ask Jonas.");
        take("console-note");
        note.pressSequentially(" Or @be");
        page.locator(".pw-composer [role=option]").waitFor();
        take("console-mentioning");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        console.seeInTimeline("The workshop has poles");
        page.locator(".modes button").first().click();
        Customers.walk(mia, "/help/broken-pole", "Help: a pole is broken");
        Customers.walk(mia, "/track/10518", "Track your order 10518");
        Customers.answer(mia, question, "The front one. By Saturday, if that is possible?");
        console.seeInTimeline("By Saturday");
    }

    private void atWork() {
        ChatClient wilhelmine =
                customers.arrive(LONG_NAME, "Where is order 4711? ".repeat(8).strip());
        console.accept();
        console.seeInTimeline("order 4711");
        wilhelmine.say(wilhelmine.expect("assigned").getString("conversation"), LONG_WORD + "1048576".repeat(16));
        console.seeInTimeline("parcels.example");
        facts();
        take("console-long-words");
        customers.arrive("Óscar Núñez", "¿Hacen envíos a Canarias?");
        console.offer().waitFor();
        console.ownConversation("Saturday").click();
        console.seeInTimeline("By Saturday");
        facts();
        take("console");
    }

    /** A colleague asks her by name in a conversation that she has never had in front. */
    private void mentioned() {
        String asked = customers
                .arrive("Jonas Weber", "Which wax is best for waxed cotton?")
                .expect("queue")
                .getString("conversation");
        try (ChatClient ben = parley.agent("agent2@acme.example")) {
            ben.ask(frame("accept").add("conversation", asked));
            ben.ask(frame("note")
                    .add("clientId", UUID.randomUUID().toString())
                    .add("conversation", asked)
                    .add("text", "@Anna Agent, you wrote the article on wax."));
            Locator group = page.locator("section[aria-label='You were mentioned'] .pw-conv");
            group.waitFor();
            take("console-mentioned");
            group.click();
            console.seeInTimeline("article on wax");
            console.ownConversation("Saturday").click();
            console.seeInTimeline("By Saturday");
            ben.ask(frame("close").add("conversation", asked));
        }
        facts();
    }

    private void windows() {
        page.setViewportSize(SMALL.width(), SMALL.height());
        take("console-1024");
        page.setViewportSize(Look.TABLET.width(), Look.TABLET.height());
        page.locator(".pw-head .pw-more").click();
        take("console-tablet-visitor");
        page.locator(".pw-vhead .pw-more").click();
        page.setViewportSize(WIDE.width(), WIDE.height());

        Page phone = alsoAnna(Look.PHONE);
        take("console-phone-list", phone);
        conversation(phone);
        take("console-phone-chat", phone);
        phone.context().close();
    }

    private void dialogs() {
        page.keyboard().press("Control+k");
        page.locator(".palette input").fill("o");
        take("console-palette");
        shut();
        for (var key :
                Map.of("?", "keys", "x", "transfer", "e", "close", "t", "tags").entrySet()) {
            page.locator(".pw-head h2").click();
            page.keyboard().press(key.getKey());
            page.locator("dialog[open]").waitFor();
            if (key.getKey().equals("x"))
                page.locator("dialog option").first().waitFor(state(WaitForSelectorState.ATTACHED));
            take("console-" + key.getValue());
            shut();
        }
        page.locator(".account summary").click();
        take("console-account");
        page.locator(".account summary").click();
    }

    private void shut() {
        page.keyboard().press("Escape");
        page.locator("dialog").waitFor(state(WaitForSelectorState.HIDDEN));
    }

    private void otherEyes() {
        Map<String, Look> looks = Map.of(
                "console-dark",
                DARK,
                "console-german",
                WIDE.in("de"),
                "console-arabic",
                WIDE.in("ar"),
                "console-arabic-dark",
                DARK.in("ar"));
        looks.forEach((name, look) -> {
            Page other = alsoAnna(look);
            conversation(other);
            other.locator(".pw-kv a[href*='/track/']").waitFor();
            take(name, other);
            other.context().close();
        });
    }

    /** The line breaks; and somebody signs out in another window. */
    private void withoutALine() {
        page.context().setOffline(true);
        page.locator(".pw-strip").waitFor();
        console.reply("I ask the workshop now.");
        page.locator(".pw-msg .meta").getByText("Kept").waitFor();
        take("console-offline");
        page.context().setOffline(false);
        page.locator(".pw-strip").waitFor(state(WaitForSelectorState.HIDDEN));
        page.evaluate(
                "() => fetch('/logout', { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' },"
                        + " body: 'csrf=' + encodeURIComponent(document.querySelector('meta[name=parley-csrf]').content) })");
        page.locator(".pw-strip.bad a").waitFor();
        take("console-signed-out");
    }

    private Page alsoAnna(Look look) {
        Page other = browsers.newPerson(look.options());
        other.navigate(parley.url().resolve("/login?next=/console").toString());
        other.locator("#email").fill(ANNA);
        other.locator("#password").fill(ParleyRest.PASSWORD);
        other.locator("#go").click();
        other.locator(".pw-presence select:enabled").waitFor();
        other.locator(".pw-conv").first().waitFor();
        return other;
    }

    private static void conversation(Page at) {
        at.locator(".pw-conv")
                .filter(new Locator.FilterOptions().setHasText("Mia"))
                .click();
        at.locator(".pw-note").waitFor();
        at.locator(".pw-file img").waitFor();
    }

    /** Waits until what the site said of the visitor is there. */
    private void facts() {
        page.locator(".pw-kv").getByText("March 2021").waitFor();
    }

    private static Locator.WaitForOptions state(WaitForSelectorState state) {
        return new Locator.WaitForOptions().setState(state);
    }

    private void take(String name) {
        take(name, page);
    }

    private void take(String name, Page of) {
        album.take(name, of, null, of.mainFrame());
    }
}
