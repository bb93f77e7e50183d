package dev.parley.story;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A visitor of Acme, without a browser, who asks one thing that no other test asks.
 *
 * @param visitor the visitor's end
 * @param word stands in the question, and in no other
 * @param conversation its public id
 */
record Question(ChatClient visitor, String word, String conversation) implements AutoCloseable {
    /** Somebody without a name asks this. */
    static Question ask(String words) {
        return ask(newWord(), words, JsonObject.EMPTY_JSON_OBJECT);
    }

    /** Somebody of this name, with the word behind it, asks this. */
    static Question ask(String name, String words) {
        String word = newWord();
        return ask(
                word,
                words,
                Json.createObjectBuilder().add("name", name + " " + word).build());
    }

    private static Question ask(String word, String words, JsonObject known) {
        RunningParley parley = RunningParley.shared();
        String token = ParleyRest.json(parley.rest().post("/api/v1/sites/acme/visitors", null, known))
                .getString("token");
        ChatClient visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
        return new Question(visitor, word, visitor.say(null, words + " " + word).getString("conversation"));
    }

    private static String newWord() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Ends the conversation, where it has not ended yet. */
    @Override
    public void close() {
        visitor.send(ChatClient.frame("close").add("ref", "end").add("conversation", conversation));
        visitor.expect("an answer", f -> "end".equals(f.getString("ref", null)));
        visitor.close();
    }
}
