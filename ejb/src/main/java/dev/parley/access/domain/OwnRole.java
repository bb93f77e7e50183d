package dev.parley.access.domain;

import dev.parley.shared.HeldRole;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A role that a company made for itself. Whoever has it is allowed what it says at the moment of asking. */
@Entity
@Table(name = "own_role")
@NamedQuery(
        name = "OwnRole.ofCompany",
        query = "select r from OwnRole r where r.companyId = :companyId order by r.foldedName, r.id")
@NamedQuery(
        name = "OwnRole.byPublicId",
        query = "select r from OwnRole r where r.companyId = :companyId and r.publicId = :publicId")
public class OwnRole {
    @Id
    @SequenceGenerator(name = "own_role_seq", sequenceName = "own_role_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "own_role_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    private String name;

    @Column(name = "folded_name")
    private String foldedName;

    /** As {@link Permission#join} writes them. */
    private String permissions;

    /** Grows with every change; not JPA's own, which would grow unseen. */
    private long version;

    protected OwnRole() {}

    public static OwnRole make(long companyId, String name, Set<Permission> permissions) {
        OwnRole role = new OwnRole();
        role.publicId = PublicIds.next();
        role.companyId = companyId;
        role.say(name, permissions);
        return role;
    }

    /** From now on it is called this and allows that. */
    public void change(String newName, Set<Permission> newPermissions) {
        say(newName, newPermissions);
        version++;
    }

    private void say(String called, Set<Permission> allowed) {
        name = called;
        foldedName = folded(called);
        permissions = Permission.join(EnumSet.copyOf(allowed));
    }

    /** Two names that differ by capitals only are the same. */
    public static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** As somebody has it. */
    public HeldRole held() {
        return HeldRole.own(publicId, name, permissions());
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

    public String foldedName() {
        return foldedName;
    }

    public Set<Permission> permissions() {
        return Permission.parse(permissions);
    }

    public long version() {
        return version;
    }
}
