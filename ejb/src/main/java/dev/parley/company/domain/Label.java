package dev.parley.company.domain;

import dev.parley.company.LabelKind;
import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One of the company's own words to choose from: a tag, an outcome, a reason. Never deleted, since what carries it keeps it: retired. */
@Entity
@Table(name = "label")
@NamedQuery(
        name = "Label.all",
        query = "select l from Label l where l.companyId = :companyId and l.kind = :kind order by l.position, l.id")
@NamedQuery(
        name = "Label.offered",
        query =
                "select l from Label l where l.companyId = :companyId and l.kind = :kind and l.retiredAt is null order by l.position, l.id")
public class Label {
    public static final int LONGEST_NAME = 60;

    @Id
    @SequenceGenerator(name = "label_seq", sequenceName = "label_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "label_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    private String kind;
    private String name;
    private int position;

    @Column(name = "retired_at")
    private Instant retiredAt;

    protected Label() {}

    public static Label create(long companyId, LabelKind kind, String name, int position) {
        Label label = new Label();
        label.publicId = PublicIds.next();
        label.companyId = companyId;
        label.kind = kind.wire();
        label.name = name;
        label.position = position;
        return label;
    }

    /** Offered from now on, under this name, at this place of the list. */
    public void offer(String newName, int newPosition) {
        name = newName;
        position = newPosition;
        retiredAt = null;
    }

    /** Offered no more; the name it had is free for nothing else. */
    public void retire(Instant at) {
        if (retiredAt == null) retiredAt = at;
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public String name() {
        return name;
    }

    public boolean retired() {
        return retiredAt != null;
    }
}
