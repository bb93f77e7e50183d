package dev.parley.canned.persistence;

import dev.parley.canned.domain.CannedResponse;
import dev.parley.canned.domain.CannedText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A company's canned responses with their texts in other languages, and the version of the whole list. */
@Dependent
public class CannedRows {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** Nobody else of the company changes any until this transaction ends. @return the version that the list has had */
    public long takeTurn(long company) {
        em.createNativeQuery("update company set canned_version = canned_version + 1 where id = ?")
                .setParameter(1, company)
                .executeUpdate();
        return version(company) - 1;
    }

    public long version(long company) {
        Object version = em.createNativeQuery("select canned_version from company where id = ?")
                .setParameter(1, company)
                .getSingleResult();
        return ((Number) (version instanceof Object[] row ? row[0] : version)).longValue();
    }

    /** By shortcut. */
    public List<CannedResponse> of(long company) {
        return em.createNamedQuery("CannedResponse.ofCompany", CannedResponse.class)
                .setParameter("companyId", company)
                .getResultList();
    }

    /** The texts in other languages, by the response's key and then by language. */
    public Map<Long, TreeMap<String, CannedText>> texts(long company) {
        return em.createNamedQuery("CannedText.ofCompany", CannedText.class)
                .setParameter("companyId", company)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        CannedText::responseId,
                        Collectors.toMap(CannedText::language, text -> text, (one, other) -> one, TreeMap::new)));
    }

    /** Keeps what a response says; {@code kept} are the texts that it has had. */
    public void write(CannedResponse response, Map<String, CannedText> kept, Map<String, String> texts) {
        if (response.id() == null) em.persist(response);
        texts.forEach((language, text) -> {
            CannedText known = kept.get(language);
            if (known == null) em.persist(new CannedText(response, language, text));
            else known.rewrite(text);
        });
        Set<String> gone = new HashSet<>(kept.keySet());
        gone.removeAll(texts.keySet());
        gone.forEach(language -> em.remove(kept.get(language)));
    }

    public void drop(CannedResponse response, Map<String, CannedText> texts) {
        texts.values().forEach(em::remove);
        em.flush();
        em.remove(response);
        em.flush();
    }

    public void flush() {
        em.flush();
    }
}
