package dev.parley.conversation;

import dev.parley.conversation.ConversationEvent.ConversationOpened;
import dev.parley.conversation.ConversationEvent.MessagePosted;
import dev.parley.conversation.persistence.BatchWriter;
import dev.parley.conversation.persistence.GroupCommit;
import dev.parley.conversation.persistence.Post;
import dev.parley.conversation.persistence.Stored;
import dev.parley.shared.Database;
import dev.parley.shared.Migration;
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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * The node's end of the message log: one or two group-commit writers, a conversation always with the same one. H2 has one writer at a
 * time anyway; on PostgreSQL two overlap one's commit with the other's inserts.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class MessageLog {
    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Migration migration;

    @Inject
    private Event<ConversationEvent> news;

    private List<GroupCommit> lanes = List.of();

    @PostConstruct
    void open() {
        int writers = migration.database() == Database.POSTGRESQL ? 2 : 1;
        var opened = new ArrayList<GroupCommit>();
        for (int i = 0; i < writers; i++) opened.add(new GroupCommit(new BatchWriter(dataSource), this::tell, threads));
        lanes = List.copyOf(opened);
    }

    /**
     * Stores an authorised post.
     *
     * @return completes after the commit; or fails with a {@link dev.parley.shared.DeskException}, or with {@code StaleAdmission}
     */
    public CompletableFuture<Receipt> append(Post post) {
        return lanes.get(Math.floorMod(post.lane(), lanes.size())).submit(post);
    }

    /** How many messages wait to be stored, for the metrics. */
    public int waiting() {
        return lanes.stream().mapToInt(GroupCommit::waiting).sum();
    }

    private void tell(Stored stored) {
        Post post = stored.post();
        long id = stored.receipt().conversationId();
        if (post.opening() != null) {
            news.fire(new ConversationOpened(
                    post.companyId(),
                    id,
                    stored.receipt().conversation(),
                    post.opening().departmentId(),
                    post.opening().visitorId(),
                    post.opening().origin()));
        }
        news.fire(new MessagePosted(
                post.companyId(), id, stored.message(), post.draft().origin()));
    }

    @PreDestroy
    void close() {
        lanes.forEach(GroupCommit::close);
    }
}
