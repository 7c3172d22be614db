package org.leadrelay.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.leadrelay.platform.AssignedId;

/** Row of an allowed return address, with who allowed it and when. */
@Entity
@Table(name = "return_address")
@Immutable
class ReturnAddressEntity extends AssignedId<String> {

    @Id
    private String prefix;

    @Column
    private String addedBy;

    @Column
    private Instant addedAt;

    protected ReturnAddressEntity() {}

    ReturnAddressEntity(String prefix, String addedBy, Instant addedAt) {
        this.prefix = prefix;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    @Override
    public String getId() {
        return prefix;
    }
}
