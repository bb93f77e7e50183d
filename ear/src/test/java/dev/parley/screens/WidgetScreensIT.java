package dev.parley.screens;

import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A day of the widget, with a picture of each state under the name that {@code docs/screens} gives it. A state that does not come fails
 * this, as does one in which axe finds something.
 */
@Tag("WID-15")
@Tag("WID-22")
@Tag("WID-30")
class WidgetScreensIT {
    private static final List<Look> USUAL = List.of(Look.DESKTOP, Look.DARK, Look.PHONE);

    private final Album album = new Album();
    private RunningParley parley;
    private Browsers browsers;
    private Desk desk;

    @Test
    void every_state_of_the_widget_is_there_and_axe_finds_nothing_in_it() {
        try (RunningParley own = RunningParley.start(RunningParley.LONG);
                Browsers opened = new Browsers();
                Desk agent = new Desk(own)) {
            parley = own;
            browsers = opened;
            desk = agent;
            closed();
            desk.open();
            desk.end(desk.accept());
            home();
            USUAL.forEach(this::chat);
            USUAL.forEach(this::troubles);
            inArabic(Look.DESKTOP.in("ar"), "56-chat-arabic-desktop");
            inArabic(Look.PHONE.in("ar"), "58-chat-arabic-phone");
            onThePage();
            onTheShop();
        }
        album.axeFoundNothing();
    }

    private void closed() {
        for (Look look : USUAL) {
            Visitor visitor = new Visitor(browsers, look, parley).atTheShop();
            visitor.wait(".ways");
            take("12-closed-leave-message-" + look.name(), visitor);
            if (look == Look.DESKTOP) {
                visitor.start();
                visitor.write("Is the Ridge 3 tent in stock again?");
                visitor.wait(".left");
                take("13-message-left-desktop", visitor);
            }
            visitor.leave();
        }
    }

    private void home() {
        for (Look look : List.of(Look.DESKTOP, Look.DARK, Look.PHONE)) home("10-home-" + look.name(), look);
        home("50-home-german-desktop", Look.DESKTOP.in("de"));
        home("55-home-arabic-desktop", Look.DESKTOP.in("ar"));
        home("59-home-arabic-dark-desktop", Look.DARK.in("ar"));
        home("70-home-320", Look.NARROW);
        home("73-home-tablet", Look.TABLET);
    }

    private void home(String name, Look look) {
        Visitor visitor = new Visitor(browsers, look, parley).atTheShop();
        visitor.wait(".dot:not(.off)");
        visitor.wait(".ways");
        take(name, visitor);
        visitor.leave();
    }

    private void chat(Look look) {
        Visitor visitor = new Visitor(browsers, look, parley).atTheShop();
        visitor.start();
        if (look == Look.DESKTOP) take("35-chat-start-desktop", visitor);
        visitor.write("Hello. One of the poles of my Ridge 3 tent is broken.");
        visitor.wait(".place");
        take("31-chat-queue-" + look.name(), visitor);
        String conversation = desk.accept();
        desk.say(conversation, "Oh dear. Could you send me a picture of it, please?");
        visitor.see("send me a picture");
        visitor.attach("tent.png", "image/png", visitor.photo());
        visitor.wait(".photo, .file");
        visitor.waitGone("progress");
        desk.say(
                conversation,
                "Thank you. There are **two ways**:\n- we send you a new pole\n- or you bring it to us, see https://acme.example/repair");
        visitor.wait(".b li");
        visitor.write("The pole, please. By Saturday?");
        visitor.wait(".meta:has-text(\"Sent\"), .meta:has-text(\"Delivered\")");
        desk.type(conversation);
        visitor.wait(".typing");
        take("32-chat-" + look.name(), visitor);
        if (look == Look.DESKTOP) {
            visitor.find("[aria-haspopup=menu]").click();
            visitor.wait("[role=menu]");
            take("36-chat-menu-desktop", visitor);
            visitor.page().keyboard().press("Escape");
            visitor.waitGone("[role=menu]");
            visitor.page().setViewportSize(Look.LANDSCAPE.width(), Look.LANDSCAPE.height());
            album.take("71-chat-landscape", visitor.page(), null, visitor.panel());
            visitor.page().setViewportSize(look.width(), look.height());
        }
        desk.end(conversation);
        visitor.wait(".hint");
        take("34-chat-closed-" + look.name(), visitor);
        visitor.find("button.ib").first().click();
        visitor.wait("button.row");
        visitor.wait(".ways");
        take("14-home-with-history-" + look.name(), visitor);
        visitor.leave();
    }

    private void troubles(Look look) {
        Visitor visitor = new Visitor(browsers, look, parley).onAWire().atTheShop();
        visitor.start();
        visitor.write("Here is the invoice you asked for.");
        String conversation = desk.accept();
        desk.say(conversation, "Could you send me the invoice, please?");
        visitor.see("Could you send me the invoice");
        visitor.attach("packing-list.exe", "application/x-msdownload", new byte[] {'M', 'Z', 0, 0});
        visitor.wait(".b.fail");
        visitor.cutTheLine();
        visitor.find("textarea").fill("And one more thing: is the pegs bag included?");
        visitor.find("button.send").click();
        visitor.wait(".strip.lost");
        visitor.find("textarea").fill("Here it is, sorry for the");
        take("33-chat-reconnecting-upload-failed-" + look.name(), visitor);
        desk.end(conversation);
        visitor.leave();
    }

    private void inArabic(Look look, String name) {
        Visitor visitor = new Visitor(browsers, look, parley).atTheShop();
        visitor.start();
        visitor.write("مرحبًا، انكسر أحد أعمدة خيمتي Ridge 3.");
        String conversation = desk.accept();
        desk.say(conversation, "يمكنني إرسالها اليوم. انظر https://acme.example/repair");
        visitor.see("يمكنني إرسالها اليوم");
        visitor.write("Thank you, that would be perfect.");
        visitor.wait(".b a");
        take(name, visitor);
        desk.end(conversation);
        visitor.leave();
    }

    private void onThePage() {
        Map<String, Look> pages =
                Map.of("60-page-chat", Look.DESKTOP, "62-page-chat-dark", Look.DARK, "64-page-chat-phone", Look.PHONE);
        pages.forEach((name, look) -> {
            Visitor visitor = new Visitor(browsers, look, parley).atThePage();
            if (look.phone()) visitor.start();
            visitor.write("Hello, which tent would you take to Norway in October?");
            String conversation = desk.accept();
            desk.say(conversation, "The Ridge 3. It stood three nights of storm on the Hardangervidda.");
            visitor.see("The Ridge 3");
            visitor.write("Thank you!");
            take(name, visitor);
            desk.end(conversation);
            visitor.leave();
        });
    }

    /** The widget closed, with something unread. */
    private void onTheShop() {
        Map<String, Look> pages =
                Map.of("02-launcher-unread-desktop", Look.DESKTOP, "05-launcher-unread-phone", Look.PHONE);
        pages.forEach((name, look) -> {
            Visitor visitor = new Visitor(browsers, look, parley).atTheShop();
            if (look == Look.DESKTOP)
                album.take("04-panel-open-on-shop-desktop", visitor.page(), null, visitor.panel());
            visitor.start();
            visitor.write("Are you there?");
            String conversation = desk.accept();
            visitor.page()
                    .evaluate(
                            "() => { document.addEventListener('parley:unread', (event) => (window.unread = event.detail)); Parley('close') }");
            // closed by a script, the button has the focus and shows its ring
            visitor.page().locator("h1").first().click();
            desk.say(conversation, "I am. How can I help you?");
            visitor.page()
                    .waitForCondition(
                            () -> Integer.valueOf(1).equals(visitor.page().evaluate("window.unread")));
            album.take(name, visitor.page(), null, visitor.page().mainFrame());
            desk.end(conversation);
            visitor.leave();
        });
    }

    private void take(String name, Visitor visitor) {
        album.take(name, visitor.page(), visitor.place(), visitor.panel());
    }
}
