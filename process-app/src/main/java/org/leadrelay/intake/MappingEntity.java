package org.leadrelay.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leadrelay.platform.AssignedId;

/** Row of a named mapping, as JSON. */
@Entity
@Table(name = "import_mapping")
class MappingEntity extends AssignedId<String> {

    @Id
    private String name;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private String definition;

    @Column
    private String changedBy;

    @Column
    private Instant changedAt;

    protected MappingEntity() {}

    MappingEntity(String name) {
        this.name = name;
    }

    void define(String newDefinition, String person, Instant now) {
        definition = newDefinition;
        changedBy = person;
        changedAt = now;
    }

    @Override
    public String getId() {
        return name;
    }

    String definition() {
        return definition;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
