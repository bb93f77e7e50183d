package dev.parley.web.socket.live;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Notes;
import dev.parley.routing.Invitations;
import dev.parley.routing.Offers;
import dev.parley.routing.Transfers;
import dev.parley.shared.Caller;
import dev.parley.web.socket.frame.ClientFrame;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What only agents say: presence, accept, decline, transfer, invite, leave, note, open, view. */
@ApplicationScoped
public class AgentDesk {
    @Inject
    private Agents agents;

    @Inject
    private Offers offers;

    @Inject
    private Transfers transfers;

    @Inject
    private Invitations invitations;

    @Inject
    private Notes notes;

    @Inject
    private Conversations conversations;

    @Inject
    private LiveSessions sessions;

    @Inject
    private Viewers viewers;

    void hear(LiveSession session, ClientFrame.ForAgents frame) {
        var me = session.caller();
        if (frame instanceof ClientFrame.Note f) {
            note(session, f);
        } else if (frame instanceof ClientFrame.Open f) {
            open(session, f);
        } else if (frame instanceof ClientFrame.View f) {
            viewers.view(session, f.conversation());
            session.send(Frames.ok(f.ref()));
        } else if (frame instanceof ClientFrame.Sip f) {
            session.send(Frames.error(f.ref(), "unavailable", "Calls are not available yet.", false));
        } else {
            act(me, frame);
            session.send(Frames.ok(frame.ref()));
        }
    }

    private void act(Caller me, ClientFrame.ForAgents frame) {
        if (frame instanceof ClientFrame.Presence f) {
            agents.setPresence(me, Presence.of(f.status()), f.reason());
        } else if (frame instanceof ClientFrame.Accept f) {
            offers.accept(me, f.conversation());
        } else if (frame instanceof ClientFrame.Decline f) {
            offers.decline(me, f.conversation());
        } else if (frame instanceof ClientFrame.Transfer f && f.agent() != null) {
            transfers.toAgent(me, f.conversation(), f.agent(), f.comment());
        } else if (frame instanceof ClientFrame.Transfer f) {
            transfers.toDepartment(me, f.conversation(), f.department(), f.comment());
        } else if (frame instanceof ClientFrame.Invite f) {
            invitations.invite(me, f.conversation(), f.agent(), f.comment());
        } else if (frame instanceof ClientFrame.Leave f) {
            invitations.leave(me, f.conversation());
        } else {
            throw new IllegalArgumentException(
                    "no answer to " + frame.getClass().getSimpleName());
        }
    }

    private void note(LiveSession session, ClientFrame.Note f) {
        var draft = new Draft(
                f.clientId(),
                f.conversation(),
                null,
                f.text(),
                null,
                null,
                session.connection().id());
        var note = notes.write(session.caller(), draft);
        session.send(JsonText.frame("ok")
                .with("ref", f.ref())
                .with("note", Frames.note(JsonText.object(), note))
                .toString());
    }

    /** Follows from now on; what was said before is asked for by history. */
    private void open(LiveSession session, ClientFrame.Open f) {
        var view = conversations.get(session.caller(), f.conversation());
        sessions.follow(session, view.key(), view.id(), view.lastSeq());
        session.send(JsonText.frame("ok")
                .with("ref", f.ref())
                .with("conversation", Frames.forAgent(view))
                .toString());
    }
}
