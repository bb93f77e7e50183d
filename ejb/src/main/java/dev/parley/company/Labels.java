package dev.parley.company;

import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.domain.Label;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.RowLock;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The company's own words to choose from: tags, outcomes, reasons for being away. Never asked without a company. */
@Stateless
@PermitAll
public class Labels {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    AuditTrail audit;

    /** Those offered, in the company's order. */
    public List<LabelView> of(long companyId, LabelKind kind) {
        return query("Label.offered", companyId, kind).stream()
                .map(Labels::view)
                .toList();
    }

    /**
     * The labels with these public ids, each once.
     *
     * @throws Invalid if the company offers no such label of this kind
     */
    public List<LabelView> require(long companyId, LabelKind kind, Collection<String> publicIds) {
        Map<String, LabelView> offered =
                of(companyId, kind).stream().collect(Collectors.toMap(LabelView::publicId, Function.identity()));
        return publicIds.stream()
                .distinct()
                .map(id -> {
                    LabelView label = offered.get(id);
                    if (label == null) throw new Invalid("There is no such " + kind.wire() + ".");
                    return label;
                })
                .toList();
    }

    /**
     * An administrator writes the whole list anew: what it names by id is kept (and renamed), what has no id is new, what it leaves out is
     * offered no more.
     *
     * @throws Invalid for an unknown id, a name twice (case does not count), too long or empty, or more than {@link LabelKind#most}
     */
    public List<LabelView> replace(Caller caller, LabelKind kind, List<LabelDraft> drafts) {
        return replace(caller, kind, drafts, null);
    }

    /**
     * As {@link #replace(Caller, LabelKind, List)}, unless somebody else was quicker.
     *
     * @param read those that were offered when the writer read them, or null for a writer who does not care
     * @throws Outdated if others are offered now, or in another order
     */
    public List<LabelView> replace(Caller caller, LabelKind kind, List<LabelDraft> drafts, List<LabelView> read) {
        Caller.Staff me = caller.require(Permission.EDIT_COMPANY);
        long company = me.companyId();
        // two who write at once take turns; the second sees what the first wrote
        RowLock.COMPANY.take(em, company);
        List<LabelView> before = of(company, kind);
        if (read != null && !read.equals(before)) throw new Outdated();
        if (drafts.size() > kind.most()) throw new Invalid("There are at most " + kind.most() + " of them.");
        List<Label> known = query("Label.all", company, kind);
        Map<String, Label> byId = known.stream().collect(Collectors.toMap(Label::publicId, Function.identity()));
        Map<String, Label> byName = new LinkedHashMap<>();
        known.forEach(label -> byName.put(folded(label.name()), label));
        Set<String> names = new HashSet<>();
        List<Label> kept = new ArrayList<>();
        for (LabelDraft draft : drafts) {
            String name = named(draft);
            if (!names.add(folded(name))) throw new Invalid("'" + name + "' is there twice.");
            kept.add(offer(company, kind, draft, name, kept.size(), byId, byName));
        }
        known.stream().filter(label -> !kept.contains(label)).forEach(label -> label.retire(clock.instant()));
        em.flush();
        List<LabelView> after = kept.stream().map(Labels::view).toList();
        audit.record(me, new AuditSubject(kind.auditKind(), kind.wire(), kind.wire()), json(before), json(after));
        return after;
    }

    /** By their ids, so that the log shows only those that changed; the order only where it did. */
    private static JsonObject json(List<LabelView> labels) {
        var json = Json.createObjectBuilder();
        labels.forEach(label -> json.add(label.publicId(), label.name()));
        var order = Json.createArrayBuilder();
        labels.forEach(label -> order.add(label.name()));
        return json.add("order", order).build();
    }

    private Label offer(
            long company,
            LabelKind kind,
            LabelDraft draft,
            String name,
            int position,
            Map<String, Label> byId,
            Map<String, Label> byName) {
        Label known = draft.id() == null ? byName.get(folded(name)) : byId.get(draft.id());
        if (known == null && draft.id() != null) throw new Invalid("There is no such " + kind.wire() + ".");
        if (known != null) {
            Label holder = byName.get(folded(name));
            if (holder != null && holder != known) throw new Invalid("'" + name + "' is or was another one's name.");
            known.offer(name, position);
            return known;
        }
        Label made = Label.create(company, kind, name, position);
        em.persist(made);
        return made;
    }

    private static String named(LabelDraft draft) {
        String name = ShortText.of("A name", draft.name(), Label.LONGEST_NAME);
        if (name == null) throw new Invalid("A name is missing.");
        return name;
    }

    private List<Label> query(String name, long companyId, LabelKind kind) {
        return em.createNamedQuery(name, Label.class)
                .setParameter("companyId", companyId)
                .setParameter("kind", kind.wire())
                .getResultList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static LabelView view(Label label) {
        return new LabelView(label.id(), label.publicId(), label.name());
    }
}
