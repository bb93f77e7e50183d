package dev.parley.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without a database. What arrives from one node at another: {@link PostgresBusIT}. */
@Tag("ROU-13")
class HintSenderTest {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final PendingHints waiting = new PendingHints();
    private boolean broken;

    private final PreparedStatement statement = as(PreparedStatement.class, (proxy, method, args) -> {
        if (method.getName().equals("setString")) sent.add((String) args[1]);
        return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
    });
    private final Connection connection = as(
            Connection.class, (proxy, method, args) -> method.getName().equals("prepareStatement") ? statement : null);
    private final HintSender sender = new HintSender(
            "one",
            as(DataSource.class, (proxy, method, args) -> {
                if (broken) throw new LinkageError("for this time");
                return connection;
            }),
            waiting);

    @Test
    void what_waits_when_it_is_stopped_is_sent_before_it_ends() {
        waiting.add(Hint.of(HintKind.QUEUE, 1).department(3));
        sender.stop();

        sender.run();

        assertThat(sent).singleElement().satisfies(text -> assertThat(text).contains("qu:1"));
        assertThat(sender.told()).isEqualTo(1);
    }

    @Test
    void an_error_is_one_that_could_not_be_sent() throws InterruptedException {
        broken = true;
        waiting.add(Hint.of(HintKind.QUEUE, 1));
        sender.stop();

        sender.run();

        assertThat(sender.told()).isZero();
        assertThat(waiting.take(0)).containsExactly(Hint.of(HintKind.ALL, 0));
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
