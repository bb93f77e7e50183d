package dev.parley.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** That e-mail addresses of a domain belong to a company's provider, and to no other of this installation. */
@Entity
@Table(name = "sign_on_domain")
@NamedQuery(
        name = "SignOnDomain.ofCompany",
        query = "select d from SignOnDomain d where d.companyId = :companyId order by d.domain")
public class SignOnDomain {
    /** In lower case, IDNA for others than ASCII. */
    @Id
    private String domain;

    @Column(name = "company_id")
    private long companyId;

    protected SignOnDomain() {}

    public static SignOnDomain of(String domain, long companyId) {
        SignOnDomain made = new SignOnDomain();
        made.domain = domain;
        made.companyId = companyId;
        return made;
    }

    public String domain() {
        return domain;
    }

    public long companyId() {
        return companyId;
    }
}
