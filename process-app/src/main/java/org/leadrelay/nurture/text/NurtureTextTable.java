package org.leadrelay.nurture.text;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.nurture.text.TextVersion.Decision;
import org.leadrelay.nurture.text.TextVersion.State;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables of the texts that marketing wrote, with all their versions. */
@Component
class NurtureTextTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    NurtureTextTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A version with the text that it is one of. */
    record Row(TextKey key, Language language, TextVersion version) {}

    /** What the next mail says, where marketing wrote it. */
    Optional<TextVersion> inForce(TextKey key, Language language) {
        return jdbc.sql("""
            select * from nurture_text_version
            where track = ? and step = ? and language = ? and state = 'in-force'
            """)
                .params(key.track(), key.step(), language.code())
                .query(NurtureTextTable::version)
                .optional();
    }

    /** Newest first. */
    List<TextVersion> versions(TextKey key, Language language) {
        return jdbc.sql("""
            select * from nurture_text_version
            where track = ? and step = ? and language = ? order by version desc
            """)
                .params(key.track(), key.step(), language.code())
                .query(NurtureTextTable::version)
                .list();
    }

    Optional<TextVersion> version(TextKey key, Language language, int version) {
        return jdbc.sql("""
            select * from nurture_text_version
            where track = :track and step = :step and language = :language and version = :version
            """)
                .params(named(key, language, version))
                .query(NurtureTextTable::version)
                .optional();
    }

    /** What is in force, being written or awaits approval, of all texts. */
    List<Row> living() {
        return jdbc.sql("select * from nurture_text_version where state <> 'earlier' order by track, step, language")
                .query((row, any) -> new Row(
                        new TextKey(row.getString("track"), row.getString("step")),
                        TextKey.language(row.getString("language")),
                        version(row, any)))
                .list();
    }

    /** Of each draft that awaits approval, who wrote it. */
    List<List<String>> authorsOfAwaiting() {
        return jdbc.sql("select authors from nurture_text_version where state = 'awaiting'")
                .query((row, any) -> logins(row.getArray("authors")))
                .list();
    }

    /** 0 for a text that nobody has written yet. */
    int edition(TextKey key, Language language) {
        return jdbc.sql("select edition from nurture_text where track = ? and step = ? and language = ?")
                .params(key.track(), key.step(), language.code())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    Map<String, Integer> editions() {
        Map<String, Integer> editions = new TreeMap<>();
        jdbc.sql("select * from nurture_text").query(row -> {
            TextKey key = new TextKey(row.getString("track"), row.getString("step"));
            editions.put(key.path(TextKey.language(row.getString("language"))), row.getInt("edition"));
        });
        return editions;
    }

    /** Locks a text until the transaction ends, and says its edition. */
    int lock(TextKey key, Language language) {
        jdbc.sql("insert into nurture_text (track, step, language) values (?, ?, ?) on conflict do nothing")
                .params(key.track(), key.step(), language.code())
                .update();
        return jdbc.sql("select edition from nurture_text where track = ? and step = ? and language = ? for update")
                .params(key.track(), key.step(), language.code())
                .query(Integer.class)
                .single();
    }

    void count(TextKey key, Language language) {
        jdbc.sql("update nurture_text set edition = edition + 1 where track = ? and step = ? and language = ?")
                .params(key.track(), key.step(), language.code())
                .update();
    }

    /** Begins a draft, and says its number. */
    int begin(TextKey key, Language language, TextContent content, String author, @Nullable Integer restored) {
        int number = jdbc.sql("""
            update nurture_text set versions = versions + 1
            where track = ? and step = ? and language = ? returning versions
            """)
                .params(key.track(), key.step(), language.code())
                .query(Integer.class)
                .single();
        jdbc.sql("""
            insert into nurture_text_version
                (track, step, language, version, state, content, restored, authors, written_at)
            values (:track, :step, :language, :version, 'draft', :content, :restored::integer, array[:author], :now)
            """)
                .params(named(key, language, number))
                .param("content", content.file())
                .param("restored", restored)
                .param("author", author)
                .param("now", Sql.time(clock.instant()))
                .update();
        return number;
    }

    /** Writes a draft anew, which no approval is asked for any more. */
    void write(TextKey key, Language language, int version, TextContent content, String author) {
        jdbc.sql("""
            update nurture_text_version
            set state = 'draft', content = :content, written_at = :now, restored = null,
                authors = case when :author = any(authors) then authors else authors || :author::text end
            where track = :track and step = :step and language = :language and version = :version
            """)
                .params(named(key, language, version))
                .param("content", content.file())
                .param("author", author)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    void discard(TextKey key, Language language, int version) {
        jdbc.sql("""
            delete from nurture_text_version
            where track = :track and step = :step and language = :language and version = :version
              and state in ('draft', 'awaiting')
            """).params(named(key, language, version)).update();
    }

    /** Puts a draft before another person; what was said of it before stays readable. */
    void await(TextKey key, Language language, int version) {
        jdbc.sql("""
            update nurture_text_version set state = 'awaiting', answer_stands = false
            where track = :track and step = :step and language = :language and version = :version
            """).params(named(key, language, version)).update();
    }

    void giveBack(TextKey key, Language language, int version, String by, String words) {
        decide(key, language, version, by, words, State.DRAFT, null);
    }

    /** Puts a version in the place of the one in force. */
    void putInForce(TextKey key, Language language, int version, String by, String words) {
        Instant now = clock.instant();
        jdbc.sql("""
            update nurture_text_version set state = 'earlier', in_force_until = ?
            where track = ? and step = ? and language = ? and state = 'in-force'
            """)
                .params(Sql.time(now), key.track(), key.step(), language.code())
                .update();
        decide(key, language, version, by, words, State.IN_FORCE, now);
    }

    private void decide(
            TextKey key,
            Language language,
            int version,
            String by,
            String words,
            State state,
            @Nullable Instant inForceFrom) {
        jdbc.sql("""
            update nurture_text_version
            set state = :state, decided_by = :by, decided_at = :now, words = :words, answer_stands = true,
                in_force_from = :from::timestamptz
            where track = :track and step = :step and language = :language and version = :version
            """)
                .params(named(key, language, version))
                .param("state", state.code())
                .param("by", by)
                .param("now", Sql.time(clock.instant()))
                .param("words", words)
                .param("from", Sql.timeOrNull(inForceFrom))
                .update();
    }

    private static Map<String, Object> named(TextKey key, Language language, int version) {
        return Map.of("track", key.track(), "step", key.step(), "language", language.code(), "version", version);
    }

    private static TextVersion version(ResultSet row, int any) throws SQLException {
        int restored = row.getInt("restored");
        Integer ofVersion = row.wasNull() ? null : restored;
        return new TextVersion(
                row.getInt("version"),
                State.ofCode(row.getString("state")),
                TextContent.parse(row.getString("content")),
                ofVersion,
                logins(row.getArray("authors")),
                Sql.instant(row, "written_at"),
                decision(row),
                Sql.instantOrNull(row, "in_force_from"),
                Sql.instantOrNull(row, "in_force_until"));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        return by == null
                ? null
                : new Decision(
                        by, Sql.instant(row, "decided_at"), row.getString("words"), row.getBoolean("answer_stands"));
    }

    private static List<String> logins(Array authors) throws SQLException {
        return new ArrayList<>(Arrays.asList((String[]) authors.getArray()));
    }
}
