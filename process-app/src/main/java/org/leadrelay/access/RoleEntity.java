package org.leadrelay.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.leadrelay.access.Roles.Role;
import org.leadrelay.platform.AssignedId;

/** Row of a role. */
@Entity
@Table(name = "role")
class RoleEntity extends AssignedId<String> {

    @Id
    private String name;

    @Column
    private String label;

    @Column
    private String labelDe;

    @Column
    private String description;

    protected RoleEntity() {}

    RoleEntity(Role role) {
        name = role.name();
        describe(role);
    }

    /** Other words for the same role; its name never changes. */
    final void describe(Role role) {
        label = role.label();
        labelDe = role.labelDe();
        description = role.description();
    }

    @Override
    public String getId() {
        return name;
    }

    Role role() {
        return new Role(name, label, labelDe, description);
    }
}
