package org.leadrelay.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.Teams.Team;
import org.leadrelay.platform.AssignedId;

/** Row of a team with its members. */
@Entity
@Table(name = "team")
class TeamEntity extends AssignedId<UUID> {

    @Id
    private UUID id;

    @Column
    private String name;

    @ElementCollection
    @CollectionTable(name = "team_member", joinColumns = @JoinColumn(name = "team_id"))
    @Column(name = "login")
    private final Set<String> members = new HashSet<>();

    protected TeamEntity() {}

    /** Without members yet. */
    TeamEntity(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    void rename(String newName) {
        name = newName;
    }

    void takeMembers(Set<String> logins) {
        members.clear();
        members.addAll(logins);
    }

    @Override
    public UUID getId() {
        return id;
    }

    String name() {
        return name;
    }

    Team team() {
        return new Team(id, name, members);
    }
}
