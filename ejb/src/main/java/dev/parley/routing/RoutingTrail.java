package dev.parley.routing;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Changes of rules and skills as the audit log keeps them: what holds, the standard put in. */
@Dependent
class RoutingTrail {
    @Inject
    AuditTrail audit;

    /** Keeps a change of a department's rules, in the transaction that makes it. */
    public void rules(Caller.Staff by, String id, String name, RoutingDraft before, RoutingDraft after) {
        audit.record(by, new AuditSubject(AuditKind.DEPARTMENT, id, name), json(before), json(after));
    }

    /** Keeps a change of an agent's skills, in the transaction that makes it. */
    public void skills(Caller.Staff by, String id, String name, SkillSet before, SkillSet after) {
        audit.record(by, new AuditSubject(AuditKind.PERSON, id, name), json(before), json(after));
    }

    /** Keeps a change of what goes on to another department, in the transaction that makes it. @param names of departments, by public id */
    public void overflow(
            Caller.Staff by,
            String id,
            String name,
            OverflowDraft before,
            OverflowDraft after,
            UnaryOperator<String> names) {
        audit.record(by, new AuditSubject(AuditKind.DEPARTMENT, id, name), json(before, names), json(after, names));
    }

    private static JsonObject json(OverflowDraft draft, UnaryOperator<String> names) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("overflowTo", draft.keepsAll() ? "" : names.apply(draft.department()));
        number(json, "overflowLength", draft.queueLength());
        number(json, "overflowMinutes", draft.expectedMinutes());
        number(json, "overflowSeconds", draft.waitedSeconds());
        return json.add("overflowUnattended", draft.unattended()).build();
    }

    private static void number(JsonObjectBuilder json, String name, Integer value) {
        if (value == null) json.addNull(name);
        else json.add(name, value);
    }

    private static JsonObject json(SkillSet skills) {
        return Json.createObjectBuilder().add("skills", list(skills)).build();
    }

    private static JsonObject json(RoutingDraft draft) {
        RoutingRules rules = draft.rules();
        return Json.createObjectBuilder()
                .add("strategy", rules.strategy().wire())
                .add("offerSeconds", rules.offerTime().toSeconds())
                .add("missedOffers", rules.missedOffers())
                .add("relaxSkillsSeconds", rules.relaxSkills().toSeconds())
                .add("relaxLanguageSeconds", rules.relaxLanguage().toSeconds())
                .add("lastAgentSeconds", rules.lastAgent().toSeconds())
                .add("skills", list(draft.skills()))
                .add("language", draft.language() == null ? "" : draft.language())
                .build();
    }

    private static JsonArrayBuilder list(SkillSet skills) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        new TreeMap<>(skills.levels()).forEach((name, level) -> list.add(name + " " + level));
        return list;
    }
}
