package dev.parley.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.Await;
import dev.parley.bench.FakeDesk;
import dev.parley.bench.history.History;
import dev.parley.bench.history.HistoryCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients and the rules against a desk that keeps the contract, and against one that does not. */
class CrowdTest {
    @TempDir
    Path folder;

    @Test
    void a_desk_that_keeps_the_contract_passes_though_every_socket_is_cut() throws Exception {
        assertThat(brokenRules(false)).isEmpty();
    }

    @Test
    void a_desk_that_forgets_one_answered_message_is_caught() throws Exception {
        assertThat(brokenRules(true)).contains("nothing acknowledged is lost");
    }

    private List<String> brokenRules(boolean forgetful) throws Exception {
        Path file = folder.resolve("history.jsonl");
        try (FakeDesk desk = new FakeDesk();
                History history = new History(file);
                Crowd crowd = new Crowd(desk.address(), history, new Random(7))) {
            if (forgetful) {
                desk.forget(40);
            }
            crowd.begin(4);
            await(crowd, 50);
            desk.cutAll();
            await(crowd, 150);
            crowd.end();
            assertThat(crowd.refusals()).isEmpty();
        }
        return HistoryCheck.of(file).entrySet().stream()
                .filter(rule -> !rule.getValue().isEmpty())
                .map(rule -> rule.getKey())
                .toList();
    }

    private static void await(Crowd crowd, long answers) throws Exception {
        Await.until(answers + " answers", Duration.ofSeconds(30), () -> crowd.answers() >= answers);
    }
}
