package org.leadrelay.worklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leadrelay.platform.AssignedId;

/** Saved query of a person, under a name. */
@Entity
@Table(name = "saved_view")
class SavedViewEntity extends AssignedId<UUID> {

    @Id
    private UUID id;

    @Column
    private String person;

    @Column
    private String name;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private String query;

    @Column
    private Instant savedAt;

    protected SavedViewEntity() {}

    SavedViewEntity(String person, String name) {
        this.id = UUID.randomUUID();
        this.person = person;
        this.name = name;
    }

    void mean(String newQuery, Instant now) {
        query = newQuery;
        savedAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    String name() {
        return name;
    }

    String query() {
        return query;
    }
}
