package dev.parley.conversation;

import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.visitor.VisitorDetails;
import dev.parley.visitor.Visitors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** What a visitor fills in before the first message: how the desk can reach it. Claimed, as all that a visitor says of itself. */
@ApplicationScoped
public class Intake {
    private static final Set<String> CONTACT = Set.of("name", "email");

    @Inject
    private Visitors visitors;

    /**
     * Looks whether the form may be taken, and keeps nothing.
     *
     * @throws Invalid for a field that is not asked, a name that is too long or what is no e-mail address
     */
    public void check(Map<String, String> form) {
        for (String name : form.keySet()) {
            if (!CONTACT.contains(name)) throw new Invalid("There is no field '" + name + "' in the form.");
        }
        VisitorDetails.contact(form.get("name"), form.get("email"));
    }

    /**
     * Takes the form; nothing of it where something is wrong. The same again changes nothing.
     *
     * @throws Invalid as {@link #check}
     */
    public void take(Caller.Visitor visitor, Map<String, String> form) {
        if (form.isEmpty()) return;
        check(form);
        visitors.introduce(visitor, form.get("name"), form.get("email"));
    }
}
