package dev.parley.company.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** That an agent belongs to a department. The account is known by its key only. */
@Entity
@Table(name = "department_member")
@IdClass(DepartmentMember.Key.class)
@NamedQuery(
        name = "DepartmentMember.accounts",
        query =
                "select m.accountId from DepartmentMember m where m.companyId = :companyId and m.departmentId = :departmentId")
@NamedQuery(
        name = "DepartmentMember.departments",
        query =
                "select m.departmentId from DepartmentMember m where m.companyId = :companyId and m.accountId = :accountId")
@NamedQuery(
        name = "DepartmentMember.ofCompany",
        query = "select m from DepartmentMember m where m.companyId = :companyId")
public class DepartmentMember {
    @Id
    @Column(name = "department_id")
    private long departmentId;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "company_id")
    private long companyId;

    protected DepartmentMember() {}

    public DepartmentMember(Department department, long accountId) {
        this.departmentId = department.id();
        this.companyId = department.companyId();
        this.accountId = accountId;
    }

    public long departmentId() {
        return departmentId;
    }

    public long accountId() {
        return accountId;
    }

    /** The two keys; a class, as JPA 3.1 takes no record. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long departmentId;
        private long accountId;

        public Key() {}

        public Key(long departmentId, long accountId) {
            this.departmentId = departmentId;
            this.accountId = accountId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.departmentId == departmentId && key.accountId == accountId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(departmentId, accountId);
        }
    }
}
