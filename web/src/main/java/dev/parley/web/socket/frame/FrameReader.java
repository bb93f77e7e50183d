package dev.parley.web.socket.frame;

import dev.parley.shared.Invalid;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a frame as the contract has it, and says what is wrong with one that is not. Unknown members are ignored, so that clients may be newer. */
public final class FrameReader {
    private static final JsonParserFactory JSON = JsonProvider.provider().createParserFactory(Map.of());
    private static final int MAX_REF = 64;
    private static final int MAX_RESUME = 200;
    private static final int MAX_FIELDS = 30;
    private static final int MAX_FIELD_NAME = 64;

    private final JsonObject object;

    private FrameReader(JsonObject object) {
        this.object = object;
    }

    /** @throws Refusal with the frame's {@code ref}, if it has one, where it is not JSON, of no known type, or a member is wrong */
    public static ClientFrame read(String text) {
        FrameReader reader;
        try (JsonParser json = JSON.createParser(new StringReader(text))) {
            json.next();
            reader = new FrameReader(json.getObject());
            // a reader would not look at what stands behind the object
            if (json.hasNext()) throw new Invalid("A frame is one JSON object.");
        } catch (RuntimeException e) {
            // besides JsonException: Parsson says "too deeply nested" by a bare RuntimeException
            throw new Refusal(null, "A frame is one JSON object.");
        }
        try {
            return reader.frame();
        } catch (Invalid e) {
            throw new Refusal(reader.refOrNull(), e.getMessage());
        }
    }

    /** A frame that cannot be understood; {@link #ref()} is for the answer, and may be null. */
    public static final class Refusal extends Invalid {
        private final String ref;

        Refusal(String ref, String message) {
            super(message);
            this.ref = ref;
        }

        public String ref() {
            return ref;
        }
    }

    private ClientFrame frame() {
        return switch (required("type")) {
            case "hello" -> new ClientFrame.Hello(required("token"), resume());
            case "send" ->
                new ClientFrame.Send(
                        ref(),
                        required("clientId"),
                        text("conversation"),
                        text("department"),
                        text("text"),
                        texts("files"),
                        text("replyTo"),
                        form());
            case "history" ->
                new ClientFrame.History(ref(), required("conversation"), number("after"), number("before"), limit());
            case "typing" -> new ClientFrame.Typing(required("conversation"), flag("on"), text("preview"));
            case "read" -> new ClientFrame.Read(required("conversation"), requiredNumber("seq"));
            case "close" ->
                new ClientFrame.Close(
                        ref(),
                        required("conversation"),
                        object.containsKey("tags") ? texts("tags") : null,
                        text("outcome"));
            case "rate" -> new ClientFrame.Rate(ref(), required("conversation"));
            case "call" -> new ClientFrame.Call(ref());
            case "page" -> new ClientFrame.Page(required("url"), text("title"), text("referrer"));
            case "ping" -> new ClientFrame.Ping();
            case "presence" -> new ClientFrame.Presence(ref(), required("status"), text("reason"));
            case "accept" -> new ClientFrame.Accept(ref(), required("conversation"));
            case "decline" -> new ClientFrame.Decline(ref(), required("conversation"));
            case "transfer" -> transfer();
            case "invite" ->
                new ClientFrame.Invite(ref(), required("conversation"), required("agent"), text("comment"));
            case "leave" -> new ClientFrame.Leave(ref(), required("conversation"));
            case "note" ->
                new ClientFrame.Note(ref(), required("clientId"), required("conversation"), required("text"));
            case "open" -> new ClientFrame.Open(ref(), required("conversation"));
            case "view" -> new ClientFrame.View(ref(), text("conversation"));
            case "sip" -> new ClientFrame.Sip(ref());
            default -> throw new Invalid("There is no such frame type.");
        };
    }

    private ClientFrame transfer() {
        if (!(object.get("to") instanceof JsonObject to)) throw new Invalid("to must be {agent} or {department}.");
        var target = new FrameReader(to);
        String agent = target.text("agent");
        String department = target.text("department");
        if ((agent == null) == (department == null)) throw new Invalid("to must be one agent or one department.");
        return new ClientFrame.Transfer(ref(), required("conversation"), agent, department, text("comment"));
    }

    private Map<String, Long> resume() {
        JsonValue value = object.get("resume");
        if (value == null || value == JsonValue.NULL) return Map.of();
        if (!(value instanceof JsonObject entries)) throw new Invalid("resume must be an object.");
        if (entries.size() > MAX_RESUME) throw new Invalid("resume names at most 200 conversations.");
        var resume = new HashMap<String, Long>();
        var reader = new FrameReader(entries);
        for (String conversation : entries.keySet()) resume.put(conversation, reader.requiredNumber(conversation));
        return Map.copyOf(resume);
    }

    /** A box that is ticked may be true, one that is not false. */
    private Map<String, String> form() {
        JsonValue value = object.get("form");
        if (value == null || value == JsonValue.NULL) return Map.of();
        if (!(value instanceof JsonObject fields)) throw new Invalid("form must be an object.");
        if (fields.size() > MAX_FIELDS) throw new Invalid("form has at most 30 fields.");
        var form = new LinkedHashMap<String, String>();
        fields.forEach((name, said) -> {
            if (name.length() > MAX_FIELD_NAME) throw new Invalid("A name in form has at most 64 characters.");
            if (said instanceof JsonString s) form.put(name, s.getString());
            else if (said == JsonValue.TRUE || said == JsonValue.FALSE) form.put(name, said.toString());
            else if (said != JsonValue.NULL) throw new Invalid("A field of form must be text, true or false.");
        });
        return form;
    }

    private String ref() {
        String ref = text("ref");
        if (ref != null && ref.length() > MAX_REF) throw new Invalid("ref has at most 64 characters.");
        return ref;
    }

    private String refOrNull() {
        return object.get("ref") instanceof JsonString s && s.getString().length() <= MAX_REF ? s.getString() : null;
    }

    private String required(String name) {
        String value = text(name);
        if (value == null || value.isEmpty()) throw new Invalid(name + " is missing.");
        return value;
    }

    private String text(String name) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) return null;
        if (value instanceof JsonString s) return s.getString();
        throw new Invalid(name + " must be text.");
    }

    private List<String> texts(String name) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) return List.of();
        if (!(value instanceof JsonArray array)) throw new Invalid(name + " must be a list.");
        var texts = new ArrayList<String>();
        for (JsonValue item : array) {
            if (!(item instanceof JsonString s)) throw new Invalid(name + " must be a list of texts.");
            texts.add(s.getString());
        }
        return texts;
    }

    private boolean flag(String name) {
        JsonValue value = object.get(name);
        if (value == JsonValue.TRUE) return true;
        if (value == JsonValue.FALSE) return false;
        throw new Invalid(name + " must be true or false.");
    }

    private Integer limit() {
        Long limit = number("limit");
        return limit == null ? null : (int) Math.min(limit, Integer.MAX_VALUE);
    }

    private long requiredNumber(String name) {
        Long value = number(name);
        if (value == null) throw new Invalid(name + " is missing.");
        return value;
    }

    /** A whole number from 0, or null where there is none. */
    private Long number(String name) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) return null;
        try {
            if (value instanceof JsonNumber n && n.longValueExact() >= 0) return n.longValueExact();
        } catch (ArithmeticException e) {
            // not whole, or beyond any seq: said below
        }
        throw new Invalid(name + " must be a whole number from 0.");
    }
}
