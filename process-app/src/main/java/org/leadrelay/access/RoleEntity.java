package org.leadrelay.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.leadrelay.access.Roles.Role;
import org.leadrelay.platform.AssignedId;

/** Row of a role with its words and what it allows. */
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

    @Column
    private String side;

    /** Counts the changes of the permissions; whoever changes them says which one they saw. */
    @Column
    private int edition;

    @ElementCollection
    @CollectionTable(name = "role_permission", joinColumns = @JoinColumn(name = "role"))
    @Column(name = "permission")
    private final Set<String> permissions = new HashSet<>();

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
        side = role.side().code();
    }

    void allow(Collection<Permission> allowed) {
        permissions.clear();
        allowed.forEach(each -> permissions.add(each.code()));
        edition++;
    }

    /** What the role allows, in the order of the table. */
    Set<Permission> permissions() {
        EnumSet<Permission> known = EnumSet.noneOf(Permission.class);
        permissions.forEach(each -> Permission.of(each).ifPresent(known::add));
        return known;
    }

    int edition() {
        return edition;
    }

    @Override
    public String getId() {
        return name;
    }

    RoleSide side() {
        return RoleSide.of(side).orElse(RoleSide.NEITHER);
    }

    Role role() {
        return new Role(name, label, labelDe, description, side());
    }
}
