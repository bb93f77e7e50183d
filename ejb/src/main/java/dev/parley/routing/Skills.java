package dev.parley.routing;

import dev.parley.routing.persistence.AbilityRows;
import dev.parley.routing.persistence.People;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.TreeSet;

/** What agents can: skills by level and languages. Written by administrators, held from the next decision on. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Skills {
    private static final int MOST_LANGUAGES = 20;

    @Inject
    AbilityRows abilities;

    @Inject
    People people;

    @Inject
    QueueDrain drain;

    @Inject
    OwnTransaction transaction;

    /** @param agent public id @throws NotFound if the company has no such agent */
    public Abilities of(Caller caller, String agent) {
        Caller.Staff me = caller.require(Permission.ADMINISTER_COMPANY);
        long key = key(me, agent);
        return transaction.call(() -> abilities.of(me.companyId(), key));
    }

    /**
     * The agent can this, in place of what was known; open conversations and offers stay where they are.
     *
     * @param agent public id
     * @param languages tags of BCP 47, at most 20; none: asked whatever the language
     * @throws NotFound if the company has no such agent
     * @throws Invalid for too many languages, or one that is none
     */
    public Abilities write(Caller caller, String agent, SkillSet skills, Collection<String> languages) {
        Caller.Staff me = caller.require(Permission.ADMINISTER_COMPANY);
        long key = key(me, agent);
        if (languages.size() > MOST_LANGUAGES) throw new Invalid("An agent has at most 20 languages.");
        var spoken = new TreeSet<String>();
        for (String language : languages) {
            String tag = SpokenLanguage.checked(language);
            if (tag == null) throw new Invalid("A language is a tag such as en or pt-BR.");
            spoken.add(tag);
        }
        var written = new Abilities(skills, spoken);
        transaction.run(() -> abilities.replace(me.companyId(), key, written));
        drain.wake(me.companyId());
        return written;
    }

    private long key(Caller.Staff me, String agent) {
        return people.agent(me.companyId(), agent).orElseThrow(() -> new NotFound("There is no such agent."));
    }
}
