package org.leadrelay.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.PersonTokens.PersonToken;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table of personal tokens, each as the hash of its secret. */
@Repository
class PersonTokenTable {

    private final JdbcClient jdbc;

    PersonTokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Owned(UUID id, String login) {}

    List<PersonToken> of(String login) {
        return jdbc.sql("""
            select * from person_token where login = ? and revoked_at is null
            order by made_at desc, id
            """).param(login).query((row, number) -> token(row)).list();
    }

    int good(String login, Instant now) {
        return jdbc.sql("select count(*) from person_token where login = ? and revoked_at is null and until > ?")
                .params(login, Sql.time(now))
                .query(Integer.class)
                .single();
    }

    /** False where the person has one of that name. */
    boolean add(String login, PersonToken token, byte[] hash) {
        return jdbc.sql("""
            insert into person_token (id, login, name, hash, made_at, until) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """)
                        .params(
                                token.id(),
                                login,
                                token.name(),
                                hash,
                                Sql.time(token.madeAt()),
                                Sql.time(token.until()))
                        .update()
                > 0;
    }

    boolean revoke(String login, UUID id, Instant now) {
        return jdbc.sql("""
            update person_token set revoked_at = ? where login = ? and id = ? and revoked_at is null
            """).params(Sql.time(now), login, id).update() > 0;
    }

    /** Revokes all of somebody's, and answers which those were. */
    List<UUID> revokeAll(String login, Instant now) {
        return jdbc.sql("""
            update person_token set revoked_at = ? where login = ? and revoked_at is null returning id
            """).params(Sql.time(now), login).query(UUID.class).list();
    }

    Optional<Owned> find(byte[] hash, Instant now) {
        return jdbc.sql("select id, login from person_token where hash = ? and revoked_at is null and until > ?")
                .params(hash, Sql.time(now))
                .query((row, number) -> new Owned(row.getObject("id", UUID.class), row.getString("login")))
                .optional();
    }

    void used(UUID id, Instant at) {
        jdbc.sql("update person_token set last_used_at = ? where id = ?")
                .params(Sql.time(at), id)
                .update();
    }

    private static PersonToken token(ResultSet row) throws SQLException {
        return new PersonToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Sql.instant(row, "made_at"),
                Sql.instant(row, "until"),
                Sql.instantOrNull(row, "last_used_at"));
    }
}
