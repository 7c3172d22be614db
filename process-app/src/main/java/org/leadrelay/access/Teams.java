package org.leadrelay.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams of people. A rep sees their team's leads, a manager the team's work. */
@Service
public class Teams {

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final Actors actors;

    Teams(JdbcClient jdbc, CurrentPerson currentPerson, Actors actors) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.actors = actors;
    }

    /** A team and the logins of its members. */
    public record Team(UUID id, String name, Set<String> members) {

        public Team {
            members = Set.copyOf(members);
        }
    }

    @Transactional(readOnly = true)
    public List<Team> all() {
        return jdbc.sql(
                        """
                        select t.id, t.name,
                            array(select m.login from team_member m where m.team_id = t.id) as members
                        from team t order by lower(t.name)""")
                .query(Teams::read)
                .list();
    }

    /** Adds a team. Administrators only. */
    @Transactional
    public Team create(String name, Set<String> members) {
        currentPerson.get().mustHave(Roles.ADMINISTRATOR);
        Team team = new Team(UUID.randomUUID(), Checked.text("name", name, 80), members);
        int added =
                jdbc.sql("insert into team (id, name) values (:id, :name) on conflict do nothing")
                        .param("id", team.id())
                        .param("name", team.name())
                        .update();
        if (added == 0) {
            throw taken(team.name());
        }
        setMembers(team);
        return team;
    }

    /** Renames a team and says anew who belongs to it. Administrators only. */
    @Transactional
    public Team update(UUID id, String name, Set<String> members) {
        currentPerson.get().mustHave(Roles.ADMINISTRATOR);
        Team team = new Team(id, Checked.text("name", name, 80), members);
        try {
            int found =
                    jdbc.sql("update team set name = :name where id = :id")
                            .param("id", id)
                            .param("name", team.name())
                            .update();
            if (found == 0) {
                throw new NotFound("There is no such team.");
            }
        } catch (DuplicateKeyException e) {
            throw taken(team.name());
        }
        setMembers(team);
        return team;
    }

    /** Dissolves a team; its people stay. Administrators only. */
    @Transactional
    public void delete(UUID id) {
        currentPerson.get().mustHave(Roles.ADMINISTRATOR);
        if (jdbc.sql("delete from team where id = :id").param("id", id).update() == 0) {
            throw new NotFound("There is no such team.");
        }
        actors.forgetAll();
    }

    private void setMembers(Team team) {
        jdbc.sql("delete from team_member where team_id = :id").param("id", team.id()).update();
        for (String each : team.members()) {
            int added =
                    jdbc.sql(
                                    """
                                    insert into team_member (team_id, login)
                                    select :id, login from person where login = :login""")
                            .param("id", team.id())
                            .param("login", each)
                            .update();
            if (added == 0) {
                throw Invalid.field(
                        "members", "Nobody has the login '" + each + "'.", "Correct it.");
            }
        }
        actors.forgetAll();
    }

    private static Conflict taken(String name) {
        return new Conflict("There is a team '" + name + "' already. Choose another name.");
    }

    private static Team read(ResultSet row, int number) throws SQLException {
        return new Team(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Set.of((String[]) row.getArray("members").getArray()));
    }
}
