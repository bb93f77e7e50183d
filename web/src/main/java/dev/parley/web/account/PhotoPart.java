package dev.parley.web.account;

import dev.parley.access.Portraits;
import dev.parley.file.DrawnPicture;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.web.language.PageLanguage;
import dev.parley.web.portal.PictureField;
import dev.parley.web.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One's own photo: another one, or none. */
@Named
@RequestScoped
public class PhotoPart {
    @Inject
    private Portraits portraits;

    @Inject
    private CallerContext context;

    @Inject
    private PageLanguage language;

    private final PictureField picture = new PictureField();
    private String refusal;

    /** Shows what was chosen from now on, or says why not. */
    public void show() {
        Caller.Staff me = context.caller().requireStaff();
        boolean drawn = picture.take(
                content -> portraits.draw(me, me.publicId(), content),
                (problem, values) -> refusal = language.words().say(problem, values));
        if (!drawn) return;
        if (picture.waiting() == null) {
            refusal = language.words().say("picture.empty");
            return;
        }
        show(me, picture.waiting());
    }

    /** From now on there is none. */
    public void remove() {
        Caller.Staff me = context.caller().requireStaff();
        show(me, null);
    }

    private void show(Caller.Staff me, DrawnPicture drawn) {
        try {
            portraits.show(me, me.publicId(), drawn);
            lead();
        } catch (DeskException e) {
            refusal = language.words().say("form.refused", e.getMessage());
        }
    }

    private static void lead() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + "/account?photo=1#photo-part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has just become another. */
    public boolean isDone() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return !faces.isPostback()
                && "1"
                        .equals(faces.getExternalContext()
                                .getRequestParameterMap()
                                .get("photo"));
    }

    /** Why what was chosen is not shown, or null. */
    public String getRefusal() {
        return refusal;
    }

    public PictureField getPicture() {
        return picture;
    }
}
