package dev.parley.operator;

import dev.parley.access.OwnerInvitation;
import dev.parley.access.OwnerInvitations;
import dev.parley.company.Companies;
import dev.parley.company.CompanyView;
import dev.parley.company.Foundation;
import dev.parley.mail.Outbox;
import dev.parley.setup.Furnishing;
import dev.parley.setup.SetUpDraft;
import dev.parley.setup.UnfitSetUp;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.shared.Unavailable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Further companies of an installation, made by its operator: each begins as the first one does, and its owner is invited by a one-time
 * link, good for seven days.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NewCompanies {
    @Inject
    Foundation foundation;

    @Inject
    Furnishing furnishing;

    @Inject
    OwnerInvitations owners;

    @Inject
    Companies companies;

    @Inject
    Outbox outbox;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    /** How an owner is invited where nobody says it: by mail, where mail is set up. */
    public InvitedBy usual() {
        return own.call(outbox::open) ? InvitedBy.MAIL : InvitedBy.LINK;
    }

    /**
     * Makes a company with its first department, site and hours, and invites its owner; all of it or nothing. Whoever comes by the link
     * chooses the password, and belongs to the department from then on.
     *
     * @param draft without a password
     * @throws Forbidden if anybody but the operator asks
     * @throws UnfitSetUp if something of the draft does not fit
     * @throws Refused if the owner's address or the site's key is somebody's already
     * @throws Unavailable if the link shall be mailed and mail is not set up
     */
    public NewCompany create(Caller caller, SetUpDraft draft, InvitedBy by) {
        Caller.Operator operator = caller.requireOperator();
        SetUpDraft fitting = draft.checked();
        String hash = owners.hash();
        return own.call(() -> {
            Instant now = clock.instant();
            CompanyView company = foundation.begin(fitting.company(), false, now);
            Caller.Staff me = operator.in(company.id());
            furnishing.furnish(me, company, fitting, List.of(), now);
            OwnerInvitation owner = owners.invite(
                    me, company, fitting.email(), fitting.name(), fitting.language(), hash, by == InvitedBy.MAIL);
            return new NewCompany(company, owner);
        });
    }

    /**
     * Invites an owner once more who has not come yet; the link before is void.
     *
     * @param company its public id
     * @throws Forbidden if anybody but the operator asks
     * @throws NotFound if there is no such company
     * @throws Refused if its owner has come already
     * @throws Unavailable if the link shall be mailed and mail is not set up
     */
    public NewCompany inviteAgain(Caller caller, String company, InvitedBy by) {
        Caller.Operator operator = caller.requireOperator();
        return own.call(() -> {
            CompanyView found = companies.get(caller, company);
            return new NewCompany(found, owners.again(operator.in(found.id()), found, by == InvitedBy.MAIL));
        });
    }
}
