package org.leadrelay.board.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the subscriptions, polled with {@code for update skip locked}. */
@Component
class BoardSubscriptionTable {

    private static final String COLUMNS =
            "select id, login, letter, board, query, rhythm, next_at from board_subscription";

    private final JdbcClient jdbc;
    private final Clock clock;

    BoardSubscriptionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing where the same is there already. */
    void add(BoardSubscription added) {
        jdbc.sql("""
            insert into board_subscription (id, login, letter, board, query, rhythm, made_at, next_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
                .params(
                        added.id(),
                        added.login(),
                        added.letter().code(),
                        added.board(),
                        added.query(),
                        added.rhythm().code(),
                        Sql.time(clock.instant()),
                        Sql.time(added.next()))
                .update();
    }

    /** Those that run, the oldest first. */
    List<BoardSubscription> of(String login) {
        return jdbc.sql(COLUMNS + " where login = ? and ended_at is null order by made_at, id")
                .param(login)
                .query(BoardSubscriptionTable::row)
                .list();
    }

    Optional<BoardSubscription> running(UUID id) {
        return jdbc.sql(COLUMNS + " where id = ? and ended_at is null")
                .param(id)
                .query(BoardSubscriptionTable::row)
                .optional();
    }

    /** Whoever ended it is not begun anew by the product. */
    boolean isKnown(String login, LetterKind letter) {
        return jdbc.sql("select exists (select from board_subscription where login = ? and letter = ?)")
                .params(login, letter.code())
                .query(Boolean.class)
                .single();
    }

    /** The next that is due and that no other node has in hand, locked until the transaction ends. */
    Optional<BoardSubscription> due() {
        return jdbc.sql(COLUMNS + """
             where ended_at is null and next_at <= ?
            order by next_at, id limit 1 for update skip locked
            """)
                .param(Sql.time(clock.instant()))
                .query(BoardSubscriptionTable::row)
                .optional();
    }

    Optional<Instant> nextDue(Instant after) {
        return jdbc.sql("select min(next_at) from board_subscription where ended_at is null and next_at > ?")
                .param(Sql.time(after))
                .query((row, number) -> Optional.ofNullable(Sql.instantOrNull(row, 1)))
                .single();
    }

    void moveOn(UUID id, Instant next) {
        jdbc.sql("update board_subscription set next_at = ? where id = ?")
                .params(Sql.time(next), id)
                .update();
    }

    void resume(UUID id, Instant next) {
        jdbc.sql("update board_subscription set next_at = ?, ended_at = null where id = ?")
                .params(Sql.time(next), id)
                .update();
    }

    Optional<UUID> ended(String login, LetterKind letter) {
        return jdbc.sql("select id from board_subscription where login = ? and letter = ? and ended_at is not null")
                .params(login, letter.code())
                .query(UUID.class)
                .optional();
    }

    /** Whether it was this person's and ran. */
    boolean end(UUID id, String login) {
        return jdbc.sql("update board_subscription set ended_at = ? where id = ? and login = ? and ended_at is null")
                        .params(Sql.time(clock.instant()), id, login)
                        .update()
                > 0;
    }

    private static BoardSubscription row(ResultSet row, int number) throws SQLException {
        return new BoardSubscription(
                Sql.uuid(row, "id"),
                row.getString("login"),
                LetterKind.ofCode(row.getString("letter")),
                row.getString("board"),
                row.getString("query"),
                Rhythm.ofCode(row.getString("rhythm")).orElseThrow(),
                Sql.instant(row, "next_at"));
    }
}
