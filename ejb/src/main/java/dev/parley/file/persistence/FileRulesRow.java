package dev.parley.file.persistence;

import dev.parley.file.FileKind;
import dev.parley.file.FileRules;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A company's {@link FileRules} as they lie in the database. */
@Entity
@Table(name = "file_rules")
public class FileRulesRow {
    @Id
    @Column(name = "company_id")
    private long companyId;

    @Column(name = "max_bytes")
    private long maxBytes;

    private String kinds;

    protected FileRulesRow() {}

    FileRulesRow(long companyId, FileRules rules) {
        this.companyId = companyId;
        this.maxBytes = rules.maxBytes();
        this.kinds = rules.kinds().stream().map(FileKind::name).sorted().collect(Collectors.joining(","));
    }

    FileRules rules() {
        return new FileRules(
                maxBytes, Arrays.stream(kinds.split(",")).map(FileKind::valueOf).collect(Collectors.toSet()));
    }
}
