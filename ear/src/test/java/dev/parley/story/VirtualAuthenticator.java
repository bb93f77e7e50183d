package dev.parley.story;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A device of Chromium's own that keeps passkeys and knows its person, touched as soon as it asks. */
final class VirtualAuthenticator {
    private final CDPSession devtools;
    private final String id;

    private VirtualAuthenticator(CDPSession devtools, String id) {
        this.devtools = devtools;
        this.id = id;
    }

    /** In the page's browser from now on. */
    static VirtualAuthenticator in(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        String id = devtools.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
        return new VirtualAuthenticator(devtools, id);
    }

    /** Whether it recognises the person. */
    void recognises(boolean recognises) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        arguments.addProperty("isUserVerified", recognises);
        devtools.send("WebAuthn.setUserVerified", arguments);
    }
}
