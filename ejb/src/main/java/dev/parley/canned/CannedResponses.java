package dev.parley.canned;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.canned.domain.CannedResponse;
import dev.parley.canned.domain.CannedText;
import dev.parley.canned.persistence.CannedRows;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The company's prepared answers: who answers visitors reads them, supervisors and administrators keep them. Every change is audited; two
 * who write at once take turns.
 */
@Stateless
@PermitAll
public class CannedResponses {
    @Inject
    CannedRows rows;

    @Inject
    Departments departments;

    @Inject
    AuditTrail audit;

    /** All of them, at most {@link CannedRules#MOST}, by shortcut. */
    public CannedList all(Caller caller) {
        long company = caller.requireAny(Permission.ANSWER_CONVERSATIONS, Permission.KEEP_CANNED_RESPONSES)
                .companyId();
        return list(company);
    }

    /** @throws NotFound if the company has no such canned response */
    public CannedView get(Caller caller, String id) {
        return find(read(keeper(caller).companyId()), id);
    }

    /** @throws Invalid for what does not fit @throws Refused if the shortcut is taken */
    public CannedView create(Caller caller, CannedDraft draft) {
        Caller.Staff me = keeper(caller);
        rows.takeTurn(me.companyId());
        CannedResponse row = CannedResponse.create(me.companyId());
        return writeOne(me, row, draft, null);
    }

    /**
     * Says something else from now on.
     *
     * @throws NotFound if the company has no such canned response
     * @throws Outdated if it was changed since the version that the draft names
     * @throws Invalid for what does not fit
     * @throws Refused if the shortcut is taken
     */
    public CannedView change(Caller caller, String id, CannedDraft draft) {
        Caller.Staff me = keeper(caller);
        rows.takeTurn(me.companyId());
        CannedView before = find(read(me.companyId()), id);
        Outdated.check(draft.version() == null ? -1 : draft.version(), before.version());
        return writeOne(me, known(me).get(id), draft, before);
    }

    /**
     * Agents can call it no more; what was sent stays.
     *
     * @param version the one that was read, or null
     * @throws NotFound if the company has no such canned response
     * @throws Outdated if it was changed since that version
     */
    public void withdraw(Caller caller, String id, Long version) {
        Caller.Staff me = keeper(caller);
        rows.takeTurn(me.companyId());
        CannedView before = find(read(me.companyId()), id);
        Outdated.check(version == null ? -1 : version, before.version());
        drop(me, known(me).get(id), before, rows.texts(me.companyId()));
    }

    /**
     * The whole list anew: what it names by id is kept and written, what has no id is new, what it leaves out goes.
     *
     * @param version the list's that was read, or null to write whatever happened meanwhile
     * @throws Outdated if the list is another one now; nothing is changed then
     * @throws Invalid for an unknown or repeated id, a shortcut twice, or what does not fit
     */
    public CannedList replace(Caller caller, List<CannedDraft> drafts, Long version) {
        Caller.Staff me = keeper(caller);
        if (drafts.size() > CannedRules.MOST)
            throw new Invalid("There are at most " + CannedRules.MOST + " canned responses.");
        long present = rows.takeTurn(me.companyId());
        Outdated.check(version == null ? -1 : version, present);
        Map<String, CannedView> before =
                read(me.companyId()).stream().collect(Collectors.toMap(CannedView::id, Function.identity()));
        Map<String, CannedResponse> known = known(me);
        Set<String> kept = kept(drafts, before.keySet());
        Map<Long, TreeMap<String, CannedText>> former = rows.texts(me.companyId());
        known.forEach((id, row) -> {
            if (!kept.contains(id)) drop(me, row, before.get(id), former);
        });
        // shortcuts that two of them exchange must not meet on the way
        kept.forEach(id -> known.get(id).moveAside());
        rows.flush();
        Map<Long, TreeMap<String, CannedText>> texts = rows.texts(me.companyId());
        Map<String, CannedView> changed = new HashMap<>();
        for (CannedDraft draft : drafts) {
            CannedResponse row = draft.id() == null ? CannedResponse.create(me.companyId()) : known.get(draft.id());
            write(me, row, draft, before.get(draft.id()), texts);
            changed.put(row.publicId(), before.get(draft.id()));
        }
        rows.flush();
        CannedList after = list(me.companyId());
        CannedRules.together(after.items());
        after.items().forEach(view -> record(me, changed.get(view.id()), view));
        return after;
    }

    /** The ids that are named, after a look at all drafts. */
    private static Set<String> kept(List<CannedDraft> drafts, Set<String> known) {
        Set<String> kept = new HashSet<>();
        Set<String> shortcuts = new HashSet<>();
        for (CannedDraft draft : drafts) {
            if (draft.id() != null && !known.contains(draft.id()))
                throw new Invalid("There is no such canned response.");
            if (draft.id() != null && !kept.add(draft.id())) throw new Invalid("A canned response is there twice.");
            if (!shortcuts.add(CannedRules.shortcut(draft.shortcut())))
                throw new Invalid("The shortcut '" + draft.shortcut() + "' is there twice.");
        }
        return kept;
    }

    private CannedView writeOne(Caller.Staff me, CannedResponse row, CannedDraft draft, CannedView before) {
        String shortcut = CannedRules.shortcut(draft.shortcut());
        boolean taken = rows.of(me.companyId()).stream()
                .anyMatch(other ->
                        other.shortcut().equals(shortcut) && !other.publicId().equals(row.publicId()));
        if (taken) throw new Refused("The shortcut '" + shortcut + "' is taken.");
        write(me, row, draft, before, rows.texts(me.companyId()));
        rows.flush();
        List<CannedView> all = read(me.companyId());
        CannedRules.together(all);
        CannedView after = find(all, row.publicId());
        record(me, before, after);
        return after;
    }

    private void write(
            Caller.Staff me,
            CannedResponse row,
            CannedDraft draft,
            CannedView before,
            Map<Long, TreeMap<String, CannedText>> texts) {
        Map<String, CannedText> kept = row.id() == null ? Map.of() : texts.getOrDefault(row.id(), new TreeMap<>());
        String text = CannedRules.text(draft.text());
        Map<String, String> own = CannedRules.texts(draft.texts());
        Long department = department(me, draft.department(), before);
        boolean speaksAnew = before == null || !text.equals(before.text()) || !own.equals(before.texts());
        row.write(CannedRules.shortcut(draft.shortcut()), department, text, speaksAnew);
        rows.write(row, kept, own);
    }

    /** One that is archived meanwhile may stay where it was. */
    private Long department(Caller.Staff me, String id, CannedView before) {
        if (id == null) return null;
        DepartmentView department =
                departments.find(me.companyId(), id).orElseThrow(() -> new Invalid("There is no such department."));
        boolean stays = before != null && id.equals(before.department());
        if (!stays && !departments.of(me.companyId()).contains(department))
            throw new Invalid("This department takes nothing new.");
        return department.id();
    }

    private void drop(
            Caller.Staff me, CannedResponse row, CannedView view, Map<Long, TreeMap<String, CannedText>> texts) {
        rows.drop(row, texts.getOrDefault(row.id(), new TreeMap<>()));
        record(me, view, null);
    }

    private Map<String, CannedResponse> known(Caller.Staff me) {
        return rows.of(me.companyId()).stream()
                .collect(Collectors.toMap(CannedResponse::publicId, Function.identity()));
    }

    private CannedList list(long company) {
        return new CannedList(read(company), rows.version(company));
    }

    private List<CannedView> read(long company) {
        Map<Long, TreeMap<String, CannedText>> texts = rows.texts(company);
        Map<Long, DepartmentView> named = new HashMap<>();
        return rows.of(company).stream()
                .map(row -> {
                    Map<String, String> own = new TreeMap<>();
                    texts.getOrDefault(row.id(), new TreeMap<>()).forEach((language, t) -> own.put(language, t.text()));
                    DepartmentView department = row.departmentId() == null
                            ? null
                            : named.computeIfAbsent(row.departmentId(), id -> departments.get(company, id));
                    return new CannedView(
                            row.publicId(),
                            row.shortcut(),
                            department == null ? null : department.publicId(),
                            department == null ? null : department.name(),
                            row.text(),
                            Map.copyOf(own),
                            row.version());
                })
                .toList();
    }

    private void record(Caller.Staff me, CannedView before, CannedView after) {
        CannedView named = after == null ? before : after;
        var subject = new AuditSubject(AuditKind.CANNED_RESPONSE, named.id(), "/" + named.shortcut());
        audit.record(me, subject, json(before), json(after));
    }

    private static JsonObject json(CannedView view) {
        if (view == null) return null;
        var json = Json.createObjectBuilder()
                .add("shortcut", view.shortcut())
                .add("department", view.department() == null ? JsonValue.NULL : Json.createValue(view.departmentName()))
                .add("text", view.text());
        new TreeMap<>(view.texts()).forEach((language, text) -> json.add("text " + language, text));
        return json.build();
    }

    private static Caller.Staff keeper(Caller caller) {
        return caller.require(Permission.KEEP_CANNED_RESPONSES);
    }

    private static CannedView find(List<CannedView> all, String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(CannedResponses::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("There is no such canned response.");
    }
}
