package org.leadrelay.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Queries that a person gave a name to. Everyone has their own. */
@Service
@Transactional
public class SavedViews {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final CurrentPerson current;
    private final ObjectMapper json;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, CurrentPerson current, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    /** The current person's, by name. */
    @Transactional(readOnly = true)
    public List<SavedView> mine() {
        return jdbc.sql(
                        "select id, name, query from saved_view where person = ? order by lower(name), name")
                .param(current.get().login())
                .query(
                        (row, number) ->
                                new SavedView(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        read(row.getString("query"))))
                .list();
    }

    /**
     * Saves under a name; the same name again replaces what it meant.
     *
     * @throws Invalid when the name is empty or too long, or there are too many
     */
    public SavedView save(String name, InboxQuery query) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.indexOf('\0') >= 0) {
            throw Invalid.field("name", Wording.say("viewName", LONGEST_NAME));
        }
        var person = current.get().login();
        int count =
                jdbc.sql("select count(*) from saved_view where person = ? and name <> ?")
                        .params(person, called)
                        .query(Integer.class)
                        .single();
        if (count >= MOST) {
            throw Invalid.field("name", Wording.say("tooManyViews", MOST));
        }
        var id =
                jdbc.sql(
                                """
                                insert into saved_view (id, person, name, query, saved_at)
                                values (?, ?, ?, cast(? as jsonb), ?)
                                on conflict (person, name) do update
                                    set query = excluded.query, saved_at = excluded.saved_at
                                returning id
                                """)
                        .params(
                                UUID.randomUUID(),
                                person,
                                called,
                                write(query),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .single();
        return new SavedView(id, called, query);
    }

    /**
     * @throws NotFound when this person has no such view
     */
    public void delete(UUID id) {
        int gone =
                jdbc.sql("delete from saved_view where id = ? and person = ?")
                        .params(id, current.get().login())
                        .update();
        if (gone == 0) {
            throw new NotFound(Wording.say("noView"));
        }
    }

    private InboxQuery read(String query) {
        try {
            return json.readValue(query, InboxQuery.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a saved view cannot be read", e);
        }
    }

    private String write(InboxQuery query) {
        try {
            return json.writeValueAsString(query).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view cannot be saved", e);
        }
    }

    /** A query by its name. */
    public record SavedView(UUID id, String name, InboxQuery query) {}
}
