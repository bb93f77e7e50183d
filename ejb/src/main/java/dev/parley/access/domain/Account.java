package dev.parley.access.domain;

import dev.parley.shared.Caller;
import dev.parley.shared.HeldRole;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/**
 * A colleague of one company who can sign in. Made active; made inactive it keeps its name in every conversation but opens no door.
 * E-mail addresses are kept in lower case and belong to one account of the whole installation.
 */
@Entity
@Table(name = "account")
@NamedQuery(name = "Account.byEmail", query = "select a from Account a where a.email = :email")
@NamedQuery(
        name = "Account.countOfDomainElsewhere",
        query =
                "select count(a) from Account a where a.companyId <> :companyId and (a.email like :ascii or a.email like :shown)")
@NamedQuery(name = "Account.anyByPublicId", query = "select a from Account a where a.publicId = :publicId")
@NamedQuery(
        name = "Account.ofCompany",
        query = "select a from Account a where a.companyId = :companyId and a.active = true" + Account.BEHIND)
@NamedQuery(
        name = "Account.byPublicId",
        query = "select a from Account a where a.companyId = :companyId and a.publicId = :publicId and a.active = true")
@NamedQuery(
        name = "Account.owners",
        query =
                "select a from Account a where a.companyId = :companyId and a.role = dev.parley.shared.Role.OWNER and a.active = true order by a.id")
@NamedQuery(name = "Account.anyOwner", query = "select a.id from Account a where a.role = dev.parley.shared.Role.OWNER")
@NamedQuery(
        name = "Account.withOwnRole",
        query = "select a from Account a where a.companyId = :companyId and a.ownRole.id = :role order by a.name, a.id")
@NamedQuery(
        name = "Account.countByOwnRole",
        query =
                "select a.ownRole.id, count(a) from Account a where a.companyId = :companyId and a.ownRole is not null group by a.ownRole.id")
@NamedQuery(
        name = "Account.invited",
        query =
                "select a from Account a where a.companyId = :companyId and a.active = false and a.invitedAt is not null"
                        + Account.BEHIND)
@NamedQuery(
        name = "Account.deactivated",
        query = "select a from Account a where a.companyId = :companyId and a.active = false and a.invitedAt is null"
                + Account.BEHIND)
@NamedQuery(
        name = "Account.anyOfCompany",
        query = "select a from Account a where a.companyId = :companyId and a.publicId = :publicId")
@NamedNativeQuery(name = "Account.companyName", query = "select name from company where id = ?1")
@NamedNativeQuery(name = "Account.companyPublicId", query = "select public_id from company where id = ?1")
public class Account {
    /** Of lists by name: who comes behind somebody called so. */
    static final String BEHIND =
            " and (a.name > :name or (a.name = :name and a.publicId > :last)) order by a.name, a.publicId";

    @Id
    @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "company_id")
    private long companyId;

    private String email;
    private String name;
    private String title;
    private String portrait;
    private String language;

    /** One of the desk's, or null where the company's own is had. */
    @Convert(converter = RoleConverter.class)
    private Role role;

    @ManyToOne
    @JoinColumn(name = "own_role_id")
    private OwnRole ownRole;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean active;

    @Column(name = "invited_at")
    private Instant invitedAt;

    private boolean demo;

    /** Tags with commas between them, or null. */
    private String spoken;

    /** Grows with every change by an administrator; not JPA's own, which would grow unseen. */
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    /** A new, active account. {@code title} is what the person does, or null. */
    public static Account create(
            long companyId,
            String email,
            String name,
            String title,
            Role role,
            String passwordHash,
            boolean demo,
            Instant at) {
        Account account = new Account();
        account.publicId = PublicIds.next();
        account.companyId = companyId;
        account.email = email;
        account.name = name;
        account.title = title;
        account.role = role;
        account.passwordHash = passwordHash;
        account.active = true;
        account.demo = demo;
        account.createdAt = at;
        return account;
    }

    /** One that waits for its person: opens no door before {@link #join}. {@code hash} is of a password that nobody knows. */
    public static Account invite(long companyId, String email, String name, Granted granted, String hash, Instant at) {
        Account account = create(companyId, email, name, null, null, hash, false, at);
        account.take(granted);
        account.active = false;
        account.invitedAt = at;
        return account;
    }

    /** Invited once more, perhaps for something else. */
    public void inviteAs(String calledNow, Granted grantedNow, Instant at) {
        name = calledNow;
        take(grantedNow);
        invitedAt = at;
    }

    /** Invited once more, for the same. */
    public void inviteAgain(Instant at) {
        invitedAt = at;
    }

    /** The invited person has come. */
    public void join(String chosenName, String hash) {
        name = chosenName;
        passwordHash = hash;
        active = true;
        invitedAt = null;
    }

    /** Whether it waits for its person. */
    public boolean invited() {
        return invitedAt != null;
    }

    /** Since when it waits for its person; null for everybody else. */
    public Instant invitedAt() {
        return invitedAt;
    }

    /** Opens no door any more. */
    public void deactivate() {
        active = false;
    }

    /** Opens its doors again. */
    public void activate() {
        active = true;
    }

    /** Keeps the same password under a hash of today's strength. */
    public void rehash(String stronger) {
        passwordHash = stronger;
    }

    /** From now on another password. {@code hash} is all that is kept of it. */
    public void changePassword(String hash) {
        passwordHash = hash;
    }

    /** The account as the one who asks, under one of its sign-ins. */
    public Caller.Staff as(SignIn signIn) {
        return new Caller.Staff(companyId, id, publicId, name, role(), signIn.id(), null, null);
    }

    /** This colleague, asking by a program that shows that token. */
    public Caller.Staff by(ApiToken token) {
        return new Caller.Staff(companyId, id, publicId, name, role(), 0, null, token.name());
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public long companyId() {
        return companyId;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    /** What the person does, or null. */
    public String title() {
        return title;
    }

    /**
     * Gives the person a face.
     *
     * @param address of a picture on Parley's own origin, at most 300 characters, or null for none
     */
    public void showAs(String address) {
        portrait = address;
    }

    /**
     * An administrator says who this is.
     *
     * @param newTitle what the person does, or null
     * @param languages BCP 47 tags of those that the person answers in
     */
    public void describe(String newName, String newTitle, List<String> languages) {
        name = newName;
        title = newTitle;
        spoken = languages.isEmpty() ? null : String.join(",", languages);
        version++;
    }

    /** What the person may do is another matter from now on. */
    public void takeRole(Granted granted) {
        take(granted);
        version++;
    }

    private void take(Granted granted) {
        role = granted.role();
        ownRole = granted.own();
    }

    /** BCP 47 tags of the languages that the person answers in; empty where nobody has said. */
    public List<String> spoken() {
        return spoken == null ? List.of() : List.of(spoken.split(","));
    }

    /** The address of a picture on Parley's own origin, or null. */
    public String portrait() {
        return portrait;
    }

    public long version() {
        return version;
    }

    /** The BCP 47 tag of the language that the pages speak to this colleague, or null for the browser's. */
    public String language() {
        return language;
    }

    /** From now on the pages speak this language. {@code tag} as in {@link #language()}. */
    public void speak(String tag) {
        language = tag;
    }

    /** What the account is allowed, as it stands now. */
    public HeldRole role() {
        return ownRole == null ? HeldRole.of(role) : ownRole.held();
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean active() {
        return active;
    }
}
