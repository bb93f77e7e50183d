package dev.parley.story;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.running.ChatClient;
import dev.parley.running.NotifyingParley;
import dev.parley.running.ParleyRest;
import dev.parley.running.PushReceiver;
import dev.parley.running.RunningParley;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A visitor's browser on the panel's full page shows that somebody has answered, and a click leads there. */
@Tag("WID-14")
class NotificationIT {
    private static final String AGENT = "agent1@acme.example";

    private final NotifyingParley notifying = NotifyingParley.shared();
    private final PushReceiver push = notifying.push;
    private final RunningParley parley = notifying.parley;

    @Test
    void the_page_asks_the_browser_only_when_the_visitor_turns_it_on_and_a_click_opens_the_conversation() {
        try (Browsers browsers = new Browsers()) {
            Page page = browsers.newPerson(new Browser.NewContextOptions().setViewportSize(400, 800));
            BrowserContext context = page.context();
            page.addInitScript(withoutService("browser"));
            page.navigate(parley.url().resolve("/chat/acme").toString());
            page.locator(".tile").click();
            page.locator("textarea").fill("Is anybody there?");
            page.locator("button.send").click();
            page.locator(".meta:has-text('Sent')").waitFor();
            page.locator("[aria-haspopup=menu]").click();
            Locator wish = page.locator("[role=menuitemcheckbox]", new Page.LocatorOptions().setHasText("Notify me"));
            wish.waitFor();
            assertThat(page.evaluate("asked")).isEqualTo(0);
            assertThat(page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"))
                    .isEqualTo(0);

            context.grantPermissions(List.of("notifications"));
            CDPSession devtools = context.newCDPSession(page);
            String[] registration = new String[1];
            devtools.on(
                    "ServiceWorker.workerRegistrationUpdated",
                    event -> event.getAsJsonArray("registrations")
                            .forEach(one -> registration[0] =
                                    one.getAsJsonObject().get("registrationId").getAsString()));
            devtools.send("ServiceWorker.enable");
            wish.click();
            page.locator(
                            "[role=menuitemcheckbox][aria-checked=true]",
                            new Page.LocatorOptions().setHasText("Notify me"))
                    .waitFor();
            page.waitForCondition(() -> "on".equals(page.evaluate("localStorage.getItem('parley.notify')")));
            assertThat(page.evaluate("asked")).isEqualTo(1);
            assertThat(page.evaluate("navigator.serviceWorker.getRegistrations().then(([one]) => one.scope)"))
                    .isEqualTo(page.evaluate("location.origin") + "/chat/acme");

            String token = parley.rest().signIn(AGENT);
            String conversation = newest(token);
            page.navigate("about:blank");
            try (ChatClient agent = parley.agent(AGENT)) {
                agent.ask(frame("presence").add("status", "available"));
                agent.ask(frame("accept").add("conversation", conversation));
                page.waitForCondition(() -> {
                    if (notifying.came("browser") == 0) agent.say(conversation, "Yes, here I am");
                    return notifying.came("browser") > 0;
                });
                agent.ask(frame("presence").add("status", "offline"));
            }
            String message = push.received().stream()
                    .filter(r -> r.path().equals("/push/browser"))
                    .map(PushReceiver.Received::message)
                    .findFirst()
                    .orElseThrow();

            page.navigate(parley.url().resolve("/chat/acme").toString());
            page.waitForCondition(() -> registration[0] != null);
            JsonObject letter = new JsonObject();
            letter.addProperty("origin", page.evaluate("location.origin").toString());
            letter.addProperty("registrationId", registration[0]);
            letter.addProperty("data", message);
            devtools.send("ServiceWorker.deliverPushMessage", letter);
            page.waitForCondition(() -> shown(page).equals(List.of("New answer from Acme")));

            page.navigate(parley.url().resolve("/chat/acme").toString());
            page.locator(".tile").waitFor();
            inWorker(
                    context.browser().newBrowserCDPSession(),
                    "registration.getNotifications().then(([notification]) =>"
                            + " void dispatchEvent(new NotificationEvent('notificationclick', { notification })))");
            page.locator("[role=log]").getByText("Yes, here I am").first().waitFor();
            assertThat(shown(page)).isEmpty();

            page.navigate(parley.url().resolve("/chat/acme?" + conversation).toString());
            page.locator("[role=log]").getByText("Yes, here I am").first().waitFor();
        }
    }

    /** The browser of a test knows no push service; everything else is its own. */
    private String withoutService(String name) {
        return """
            window.asked = 0;
            const request = Notification.requestPermission;
            Notification.requestPermission = () => { window.asked++; return request.call(Notification); };
            const made = { ...SUBSCRIPTION };
            PushManager.prototype.subscribe = async function ({ applicationServerKey, userVisibleOnly }) {
                if (!userVisibleOnly || applicationServerKey.length !== 87) throw new Error('no key');
                return { toJSON: () => made };
            };
            """.replace("SUBSCRIPTION", push.subscription(name).toString());
    }

    /** A click on a notification of a browser without a screen: nobody else can make it. */
    private static void inWorker(CDPSession devtools, String script) {
        var worker = devtools.send("Target.getTargets").getAsJsonArray("targetInfos").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(target -> target.get("type").getAsString().equals("service_worker"))
                .findFirst()
                .orElseThrow();
        JsonObject attach = new JsonObject();
        attach.add("targetId", worker.get("targetId"));
        JsonObject evaluate = new JsonObject();
        evaluate.addProperty("expression", script);
        JsonObject message = new JsonObject();
        message.addProperty("id", 1);
        message.addProperty("method", "Runtime.evaluate");
        message.add("params", evaluate);
        JsonObject sent = new JsonObject();
        sent.add("sessionId", devtools.send("Target.attachToTarget", attach).get("sessionId"));
        sent.addProperty("message", message.toString());
        devtools.send("Target.sendMessageToTarget", sent);
    }

    private static List<?> shown(Page page) {
        return (List<?>) page.evaluate(
                "navigator.serviceWorker.getRegistration('/chat/acme').then((one) => one.getNotifications())"
                        + ".then((all) => all.map(({ title }) => title))");
    }

    private String newest(String token) {
        return ParleyRest.json(parley.rest().get("/api/v1/conversations?limit=1", token))
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }
}
