package dev.parley.conversation;

import dev.parley.file.FileAccess;
import dev.parley.file.FileChecked;
import dev.parley.file.Files;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What conversations and files ask of each other: who may see an attachment, and telling everybody when its check has ended. */
@Stateless
@Local(FileAccess.class)
@LocalBean // else the observer below would be in no view of the bean, and CDI refuses it
@PermitAll
public class AttachedFiles implements FileAccess {
    @Inject
    private Conversations conversations;

    @Inject
    private Lifecycle lifecycle;

    @Inject
    private Files files;

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean maySee(Caller caller, long conversationId) {
        return conversations.maySee(caller, conversationId);
    }

    /** Appends the change row of the message that carries the file, once. */
    public void onChecked(@Observes FileChecked news) {
        var file = Json.createObjectBuilder()
                .add("id", news.publicId())
                .add("state", news.state().wire())
                .add("thumbnail", news.thumbnail());
        if (news.reason() != null) file.add("reason", news.reason());
        var fields = Json.createObjectBuilder()
                .add("files", Json.createArrayBuilder().add(file))
                .build();
        lifecycle.amend(news.conversationId(), news.seq(), fields, () -> files.announced(news));
    }
}
