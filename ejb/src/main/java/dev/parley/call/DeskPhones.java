package dev.parley.call;

import dev.parley.call.domain.DeskPhone;
import dev.parley.call.domain.PhonePassword;
import dev.parley.call.persistence.Phones;
import dev.parley.call.persistence.Phones.Owner;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The desk phones: who has one, how it proves itself, where it can be reached. */
@Stateless
@PermitAll
public class DeskPhones {
    /** Stands in every challenge and in every stored secret: changing it makes all phones strangers. */
    public static final String REALM = "parley";

    @Inject
    Suspensions suspensions;

    private final Phones phones;
    private final Clock clock;

    protected DeskPhones() {
        this(null, null);
    }

    @Inject
    public DeskPhones(Phones phones, Clock clock) {
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * Gives a colleague a phone, or the phone a new password. A phone that changes hands loses its bindings.
     *
     * @param account the colleague's e-mail address or public id
     * @param extension 2 to 10 digits, the phone's user name
     * @param password at least 8 characters; only digests of it are kept
     * @return the phone's public id
     * @throws NotFound if the company has no such colleague
     * @throws Refused if another company uses the extension
     * @throws dev.parley.shared.Invalid if extension or password are not as they must be
     */
    public String provision(Caller caller, String account, String extension, String password) {
        Owner owner = owner(caller, account);
        PhonePassword secret = PhonePassword.of(extension, REALM, password);
        Optional<DeskPhone> known = phones.lock(extension);
        if (known.isEmpty()) {
            return phones.add(DeskPhone.provide(owner.companyId(), owner.accountId(), secret, clock.instant()));
        }
        DeskPhone phone = known.get();
        if (phone.companyId() != owner.companyId()) throw new Refused("This extension is in use.");
        if (phone.handTo(owner.accountId(), secret)) phones.replace(phone, List.of());
        return phone.publicId();
    }

    private Owner owner(Caller caller, String account) {
        Optional<Owner> found = phones.owner(account);
        if (!(caller instanceof Caller.Desk)) {
            Caller.Staff staff = caller.require(Permission.MANAGE_PEOPLE);
            found = found.filter(o -> o.companyId() == staff.companyId());
        }
        return found.orElseThrow(() -> new NotFound("There is no such colleague."));
    }

    /** The company's phones by extension, at most 500. */
    public List<PhoneView> all(Caller caller) {
        return phones.ofCompany(caller.require(Permission.MANAGE_PEOPLE).companyId(), clock.instant());
    }

    /** The secret of the phone with this extension. @throws Forbidden if anybody but the desk itself asks */
    public Optional<PhoneSecret> secret(Caller caller, String extension) {
        requireDesk(caller);
        return phones.secret(extension);
    }

    /**
     * Lets {@code rule} decide over a phone's bindings and keeps what it decides. One registration of a phone at a time, over all nodes.
     *
     * @return what the rule decided
     * @throws NotFound if the phone is gone
     * @throws AccessSuspended if its company is suspended: its bindings stay as they are, and nobody is led to them
     * @throws Forbidden if anybody but the desk itself asks
     */
    public <D extends BindingRule.Decision> D register(Caller caller, long phoneId, BindingRule<D> rule) {
        requireDesk(caller);
        DeskPhone phone = phones.lock(phoneId).orElseThrow(() -> new NotFound("There is no such phone."));
        suspensions.refuse(phone.companyId());
        Instant now = clock.instant();
        D decision = rule.decide(phones.bindings(phoneId, now), now);
        decision.change().ifPresent(bindings -> phones.replace(phone, bindings));
        return decision;
    }

    /**
     * Where the phone with this extension can be reached now, the dearest first; nowhere while its company is suspended.
     *
     * @throws Forbidden if anybody but the desk asks
     */
    public List<Binding> reach(Caller caller, String extension) {
        requireDesk(caller);
        return phones.reach(extension, clock.instant());
    }

    /** Whether calls could be taken: the database answers. @throws Forbidden if anybody but the desk itself asks */
    public boolean ready(Caller caller) {
        requireDesk(caller);
        return phones.answers();
    }

    /** Forgets bindings that expired before now. @return how many there were */
    public int forgetExpired(Caller caller) {
        requireDesk(caller);
        return phones.forgetExpired(clock.instant());
    }

    private static void requireDesk(Caller caller) {
        if (!(caller instanceof Caller.Desk)) throw new Forbidden("This is for the desk itself.");
    }
}
