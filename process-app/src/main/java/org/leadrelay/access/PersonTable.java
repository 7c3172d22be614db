package org.leadrelay.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows behind {@link People}. */
@Repository
class PersonTable {

    private static final String SELECT =
            """
            select p.login, p.display_name, p.email, p.active, p.locale, p.must_change_password,
                p.created_at,
                array(select r.role from person_role r where r.login = p.login) as roles
            from person p
            """;

    private final JdbcClient jdbc;

    PersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(String login) {
        return jdbc.sql(SELECT + "where p.login = :login")
                .param("login", login)
                .query(PersonTable::read)
                .optional();
    }

    List<Person> all() {
        return jdbc.sql(SELECT + "order by p.login").query(PersonTable::read).list();
    }

    List<Person> byRole(String role) {
        return jdbc.sql(
                        SELECT
                                + """
                                where p.active and p.login in
                                    (select r.login from person_role r where r.role = :role)
                                order by p.login""")
                .param("role", role)
                .query(PersonTable::read)
                .list();
    }

    Set<String> teammates(String login) {
        Set<String> logins =
                new HashSet<>(
                        jdbc.sql(
                                        """
                                        select distinct other.login from team_member mine
                                        join team_member other on other.team_id = mine.team_id
                                        where mine.login = :login""")
                                .param("login", login)
                                .query(String.class)
                                .list());
        logins.add(login);
        return logins;
    }

    /** False when the login is taken. */
    boolean insert(Person person, String passwordHash) {
        return jdbc.sql(
                                """
                                insert into person (login, display_name, email, password_hash, active,
                                    locale, must_change_password, created_at)
                                values (:login, :displayName, :email, :hash, true, :locale, :mustChange,
                                    :createdAt)
                                on conflict do nothing""")
                        .param("login", person.login())
                        .param("displayName", person.displayName())
                        .param("email", person.email())
                        .param("hash", passwordHash)
                        .param("locale", person.locale())
                        .param("mustChange", person.mustChangePassword())
                        .param("createdAt", person.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void update(String login, String displayName, @Nullable String email, String locale) {
        jdbc.sql(
                        """
                        update person set display_name = :displayName, email = :email, locale = :locale
                        where login = :login""")
                .param("login", login)
                .param("displayName", displayName)
                .param("email", email)
                .param("locale", locale)
                .update();
    }

    void lock(String login) {
        jdbc.sql("select login from person where login = :login for update")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    void setActive(String login, boolean active) {
        jdbc.sql("update person set active = :active where login = :login")
                .param("login", login)
                .param("active", active)
                .update();
    }

    void setPassword(String login, String hash, boolean mustChange) {
        jdbc.sql(
                        """
                        update person set password_hash = :hash, must_change_password = :mustChange
                        where login = :login""")
                .param("login", login)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .update();
    }

    Optional<String> passwordHash(String login) {
        return jdbc.sql("select password_hash from person where login = :login and active")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    boolean roleExists(String role) {
        return jdbc.sql("select exists (select from role where name = :role)")
                .param("role", role)
                .query(Boolean.class)
                .single();
    }

    void replaceRoles(String login, Set<String> roles) {
        jdbc.sql("delete from person_role where login = :login").param("login", login).update();
        for (String each : roles) {
            jdbc.sql("insert into person_role (login, role) values (:login, :role)")
                    .param("login", login)
                    .param("role", each)
                    .update();
        }
    }

    /** Holds the other administrators' rows, so that two cannot leave at the same moment. */
    boolean otherAdministrator(String login) {
        return !jdbc.sql(
                        """
                        select p.login from person p where p.active and p.login <> :login and p.login in
                            (select r.login from person_role r where r.role = 'administrator')
                        order by p.login for update""")
                .param("login", login)
                .query(String.class)
                .list()
                .isEmpty();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("login"),
                row.getString("display_name"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getString("locale"),
                row.getBoolean("must_change_password"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Set.of((String[]) row.getArray("roles").getArray()));
    }
}
