package dev.parley.conversation;

import dev.parley.conversation.ConversationEvent.ReadMoved;
import dev.parley.conversation.persistence.MarkWriter;
import dev.parley.conversation.persistence.MarkWriter.Mark;
import dev.parley.conversation.persistence.MarkWriter.Reader;
import dev.parley.shared.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * How far everybody has received and read. Marks are gathered for half a second and stored in one transaction, as each reader moves
 * many times while a conversation runs and only the furthest counts; a mark lost with the process is made again at the next message.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class ReadMarks {
    private static final Logger LOG = Logger.getLogger(ReadMarks.class.getName());
    /** Readers who may wait to be stored; beyond it a mark is dropped and made again at the reader's next step. */
    private static final int MOST = 50_000;

    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Event<ConversationEvent> news;

    @Inject
    private Clock clock;

    private final Map<Reader, Mark> waiting = new ConcurrentHashMap<>();
    private ScheduledFuture<?> flushing;

    @PostConstruct
    void open() {
        flushing = scheduler.scheduleWithFixedDelay(this::flush, 500, 500, TimeUnit.MILLISECONDS);
    }

    /** The caller, who was let into the conversation before, has seen everything up to {@code seq} on a screen. */
    public void read(Caller caller, Admission conversation, long seq) {
        move(caller, conversation, seq, seq);
    }

    /** Everything up to {@code seq} has reached a device of the caller. */
    public void delivered(Caller caller, Admission conversation, long seq) {
        move(caller, conversation, seq, 0);
    }

    private void move(Caller caller, Admission conversation, long delivered, long read) {
        var reader = new Reader(
                conversation.companyId(),
                conversation.conversationId(),
                conversation.conversation(),
                Author.of(caller));
        if (waiting.size() < MOST) waiting.merge(reader, new Mark(delivered, read), Mark::furthest);
    }

    /** Stores what was gathered and tells it. */
    void flush() {
        if (waiting.isEmpty()) return;
        var batch = new HashMap<Reader, Mark>();
        waiting.keySet().forEach(reader -> batch.put(reader, waiting.remove(reader)));
        try {
            MarkWriter.write(dataSource, batch)
                    .forEach((reader, mark) -> news.fire(new ReadMoved(
                            reader.companyId(),
                            reader.conversationId(),
                            reader.conversation(),
                            reader.author(),
                            mark.delivered(),
                            mark.read(),
                            clock.instant())));
        } catch (SQLException | RuntimeException e) {
            batch.forEach((reader, mark) -> waiting.merge(reader, mark, Mark::furthest));
            LOG.log(Level.WARNING, "read marks could not be stored, they wait", e);
        }
    }

    @PreDestroy
    void close() {
        flushing.cancel(false);
        flush();
    }
}
