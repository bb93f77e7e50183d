package dev.parley.web.socket.live;

import dev.parley.access.SignInKind;
import dev.parley.access.SignIns;
import dev.parley.access.SignedIn;
import dev.parley.agent.Agents;
import dev.parley.company.Departments;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.conversation.ConversationStatus;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Notes;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import dev.parley.shared.Unauthorized;
import dev.parley.visitor.Visitors;
import dev.parley.web.socket.frame.ClientFrame;
import dev.parley.web.socket.frame.JsonText;
import dev.parley.web.socket.transport.Connection;
import dev.parley.web.socket.transport.HeldConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The first frame: who it is, what there is, and everything missed. */
@ApplicationScoped
public class Greeting {
    @Inject
    private SignIns signIns;

    @Inject
    private Visitors visitors;

    @Inject
    private Sites sites;

    @Inject
    private Departments departments;

    @Inject
    private Agents agents;

    @Inject
    private OfferBoard offers;

    @Inject
    private Conversations conversations;

    @Inject
    private Notes notes;

    @Inject
    private LiveSessions sessions;

    @Inject
    private CatchUp catchUp;

    @Inject
    private AvailabilityNews availability;

    @Inject
    private QueueNews queues;

    @Inject
    private Clock clock;

    /**
     * Lets a visitor in.
     *
     * @param line the origin of its page must be ours or allowed by the visitor's site; without a browser there is none
     * @throws Unauthorized if the token is none of a visitor
     * @throws Forbidden if the origin is foreign to the site
     */
    LiveSession visitor(ClientFrame.Hello hello, Line line) {
        Caller.Visitor visitor = visitors.authenticate(hello.token(), line.address())
                .orElseThrow(() -> new Unauthorized("The token is not valid."));
        SiteView site = sites.get(visitor.siteId());
        if (line.origin() != null && !line.isOwnOrigin() && !site.allows(line.origin()))
            throw new Forbidden("This site does not allow the page's origin.");
        var held = new HeldConnection(line.connection());
        var session = new LiveSession(visitor, held, catchUp::replay, Set.of(), null);
        return greet(session, () -> {
            var mine = conversations.mine(visitor);
            var told = mine.stream().limit(Conversations.WELCOME).toList();
            var cursors = follow(session, told, hello.resume());
            held.open(welcome(visitor, site, told, mine.size()));
            cursors.forEach(Cursor::release);
            session.welcomed();
            availability.greet(session);
            told.stream()
                    .filter(view -> view.status() == ConversationStatus.WAITING)
                    .forEach(view -> queues.greet(session, view.key()));
        });
    }

    /**
     * Lets an agent in; presence stays as it is stored.
     *
     * @throws Unauthorized if the token is none of a colleague
     * @throws Forbidden if the role does not answer conversations
     */
    LiveSession agent(ClientFrame.Hello hello, Connection connection) {
        SignedIn signedIn =
                signIns.authenticate(hello.token()).orElseThrow(() -> new Unauthorized("The token is not valid."));
        Caller.Staff staff = signedIn.caller().require(Permission.ANSWER_CONVERSATIONS);
        // a page's bearer lives for minutes and its socket as long as the sign-in; that one's end is told
        Instant endsAt = signedIn.kind() == SignInKind.SOCKET ? null : signedIn.expiresAt();
        Set<Long> own = departments.ofAccount(staff.companyId(), staff.accountId());
        var held = new HeldConnection(connection);
        var session = new LiveSession(staff, held, catchUp::replay, own, endsAt);
        return greet(session, () -> {
            requireSame(staff, hello.token());
            agents.connected(staff, connection.id());
            var mine = conversations.mine(staff);
            var told = mine.stream().limit(Conversations.WELCOME).toList();
            var followed = told.stream()
                    .filter(v -> v.status() != ConversationStatus.WAITING)
                    .toList();
            var cursors = follow(session, followed, hello.resume());
            markInHand(session, followed);
            held.open(welcome(staff, told, mine.size()));
            cursors.forEach(Cursor::release);
            session.welcomed();
            offers.greet(session);
        });
    }

    /** What was given up meanwhile is not followed any more. */
    private static void markInHand(LiveSession session, List<ConversationView> followed) {
        for (ConversationView view : followed) {
            Cursor cursor = session.cursor(view.key());
            if (cursor != null) cursor.inHand(true);
        }
    }

    /** A change of the role, or the end of the sign-in, between the first look and being listed was told to nobody. */
    private void requireSame(Caller.Staff staff, String token) {
        boolean same = signIns.authenticate(token)
                .map(SignedIn::caller)
                .filter(staff::equals)
                .isPresent();
        if (!same) throw new Unauthorized("The role was changed meanwhile.");
    }

    /** From before the first look at the database on it hears of what happens; what comes before the welcome is held. */
    private LiveSession greet(LiveSession session, Runnable welcoming) {
        sessions.add(session);
        try {
            welcoming.run();
            return session;
        } catch (RuntimeException e) {
            sessions.remove(session);
            if (!session.isVisitor())
                agents.disconnected(session.caller(), session.connection().id());
            throw e;
        }
    }

    private String welcome(Caller.Visitor visitor, SiteView site, List<ConversationView> told, int all) {
        var listed = Frames.fitting(told.stream().map(Frames::forVisitor));
        return Frames.welcome(clock.instant(), listed, all > listed.size())
                .with(
                        "visitor",
                        JsonText.object().with("id", visitor.publicId()).with("name", visitor.name()))
                .with("site", JsonText.object().with("key", site.siteKey()).with("name", site.name()))
                .toString();
    }

    private String welcome(Caller.Staff staff, List<ConversationView> told, int all) {
        var listed = Frames.fitting(told.stream().map(Frames::forAgent));
        var presence = agents.presence(staff);
        var counts = JsonText.object();
        notes.counts(staff, told.stream().map(ConversationView::key).toList()).forEach(counts::key);
        return Frames.welcome(clock.instant(), listed, all > listed.size())
                .with(
                        "agent",
                        JsonText.object()
                                .with("id", staff.publicId())
                                .with("name", staff.name())
                                .with("role", staff.role().wire())
                                .raw("permissions", permissions(staff))
                                .with("status", presence.status().wire())
                                .with("reason", presence.reason())
                                .with("capacity", presence.capacity()))
                .with("notes", counts)
                .toString();
    }

    private static String permissions(Caller.Staff staff) {
        return staff.role().permissions().stream()
                .map(permission -> '"' + permission.wire() + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Follows what is listed and what is named in resume; the latter from where the client stands. Nothing is told yet. */
    private List<Cursor> follow(LiveSession session, List<ConversationView> listed, Map<String, Long> resume) {
        var cursors = new LinkedHashSet<Cursor>();
        for (ConversationView view : listed) {
            long told = resume.getOrDefault(view.id(), view.lastSeq());
            cursors.add(sessions.followHeld(session, view.key(), view.id(), told, view.lastSeq()));
        }
        for (var entry : resume.entrySet()) {
            if (session.cursor(entry.getKey()) != null) continue;
            try {
                var standing = conversations.visible(session.caller(), entry.getKey());
                cursors.add(sessions.followHeld(
                        session, standing.id(), standing.conversation(), entry.getValue(), standing.lastSeq()));
            } catch (NotFound e) {
                // not there, or not this one's any more: nothing to resume, and nothing is said about it
                continue;
            }
        }
        return List.copyOf(cursors);
    }
}
