package dev.parley.mail;

import dev.parley.mail.persistence.OutboxRows;
import dev.parley.mail.smtp.SmtpMailer;
import dev.parley.shared.BoundedWork;
import dev.parley.shared.Secrets;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Sends what lies in the outbox: at once after a commit, and every five seconds what is due again. Each mail is one node's at a time; one
 * whose sending was cut off between "taken" and noting it goes out again under the same id. What no server takes is tried after 30 seconds,
 * then a minute, up to an hour, and given up after ten times or when its time is over.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class MailDrain {
    private static final Logger LOG = Logger.getLogger(MailDrain.class.getName());
    private static final String ALL = "all";

    private final OutboxRows rows;
    private final Mailbox mailbox;
    private final Secrets secrets;
    private final Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    private ThreadPoolExecutor pool;
    private BoundedWork<String> work;
    private Mailer mailer;

    /** For the container. */
    public MailDrain() {
        this(null, null, null, null);
    }

    @Inject
    public MailDrain(OutboxRows rows, Mailbox mailbox, Secrets secrets, Clock clock) {
        this.rows = rows;
        this.mailbox = mailbox;
        this.secrets = secrets;
        this.clock = clock;
    }

    @PostConstruct
    void open() {
        // a pool of its own: a mail server may be slow, and Payara's default executor does one task after the other
        pool = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(10), threads);
        pool.allowCoreThreadTimeOut(true);
        work = new BoundedWork<>(pool, 1, all -> drain());
        mailer = MailRoute.smtp().<Mailer>map(SmtpMailer::new).orElse(mailbox::keep);
        LOG.info(MailRoute.smtp().isPresent() ? "mail leaves by SMTP" : "mail stays here: PARLEY_SMTP_URL is not set");
    }

    /** Something may lie there. Returns at once; harmless where nothing does. */
    public void wake() {
        work.offer(ALL);
    }

    /** A timer whose method throws may be given up (Payara's max-redeliveries): it must not throw. */
    @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false)
    void driveAgain() {
        if (MailRoute.open()) work.offer(ALL);
    }

    private void drain() {
        new Postman(rows, mailer, new Envelope(secrets), clock).deliverAll();
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }
}
