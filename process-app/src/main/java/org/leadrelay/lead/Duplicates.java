package org.leadrelay.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of leads that may be one person, and that only a person may decide about. */
@Service
public class Duplicates {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;

    Duplicates(JdbcClient jdbc, Clock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** A record that waits for the decision, as it is kept. */
    record Waiting(
            Map<Field, String> fields,
            List<Attribute> attributes,
            List<Statement> statements,
            Origin origin) {

        static Waiting of(CheckedCapture checked) {
            Map<Field, String> fields = new EnumMap<>(Field.class);
            fields.putAll(checked.capture().fields());
            return new Waiting(
                    fields,
                    checked.capture().attributes(),
                    checked.capture().statements(),
                    checked.origin());
        }
    }

    /** Open cases, oldest first. */
    public Page<DuplicateCase> open(int page, int size) {
        List<DuplicateCase> items =
                jdbc.sql(
                                """
                                select * from duplicate_case where state = 'open'
                                order by opened_at, id limit ? offset ?
                                """)
                        .params(size, (long) page * size)
                        .query(DuplicateCase::read)
                        .list();
        long total =
                jdbc.sql("select count(*) from duplicate_case where state = 'open'")
                        .query(Long.class)
                        .single();
        return new Page<>(items, total);
    }

    /** Opens a case about two leads; a decision already taken about the same two stands. */
    @Transactional
    boolean open(UUID one, UUID other, String reason, @Nullable CheckedCapture checked) {
        UUID first = DuplicateCase.first(one, other);
        UUID second = first.equals(one) ? other : one;
        return jdbc.sql(
                                """
                                insert into duplicate_case
                                    (id, lead_a, lead_b, reason, capture, opened_at)
                                values (?, ?, ?, ?, cast(? as jsonb), ?)
                                on conflict (lead_a, lead_b) do update
                                    set capture = excluded.capture
                                    where duplicate_case.state = 'open'
                                      and excluded.capture is not null
                                      and duplicate_case.capture is distinct from excluded.capture
                                """)
                        .params(
                                UUID.randomUUID(),
                                first,
                                second,
                                reason,
                                checked == null ? null : write(Waiting.of(checked)),
                                Sql.time(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * Whether a person has decided that these are two; the origin's own id then says whose record
     * it is.
     */
    boolean keptApart(UUID one, UUID other) {
        UUID first = DuplicateCase.first(one, other);
        return jdbc.sql(
                        """
                        select exists (select 1 from duplicate_case
                            where lead_a = ? and lead_b = ? and state = 'apart')
                        """)
                .params(first, first.equals(one) ? other : one)
                .query(Boolean.class)
                .single();
    }

    /** A phone number never merges by itself; with the same name it is worth a look. */
    void suspect(UUID leadId, CheckedCapture checked) {
        String name = checked.value(Field.NAME);
        if (checked.phoneE164() == null || name == null) {
            return;
        }
        jdbc.sql(
                        """
                        select id from lead where phone_e164 = ? and id <> ?
                            and merged_into is null and lower(name) = ? limit 5
                        """)
                .params(checked.phoneE164(), leadId, Words.lower(name))
                .query(UUID.class)
                .list()
                .forEach(other -> open(leadId, other, "phone", null));
    }

    private String write(Waiting waiting) {
        try {
            return json.writeValueAsString(waiting);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record could not be kept for a decision.", e);
        }
    }

    Waiting read(String text) {
        try {
            return json.readValue(text, Waiting.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A waiting record could not be read.", e);
        }
    }
}
