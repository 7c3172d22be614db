package org.leadrelay.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Sql;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Possible duplicates: pairs of leads that may be one person, and that only a person may decide about. */
@Service
public class Duplicates {

    private final JdbcClient jdbc;
    private final DuplicateCases cases;
    private final Clock clock;
    private final ObjectMapper json;

    Duplicates(JdbcClient jdbc, DuplicateCases cases, Clock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A record that waits for the decision, as it is kept.
     *
     * @param at the record's own moment, null when it has none
     * @param came when it came; null of one that is not kept yet, or was kept before this was
     */
    record Waiting(
            Map<Field, String> fields,
            List<Attribute> attributes,
            List<Statement> statements,
            Origin origin,
            @Nullable Instant at,
            @Nullable Instant came) {

        static Waiting of(CheckedCapture checked) {
            Map<Field, String> fields = new EnumMap<>(Field.class);
            fields.putAll(checked.capture().fields());
            return new Waiting(
                    fields,
                    checked.capture().attributes(),
                    checked.capture().statements(),
                    checked.origin(),
                    checked.capture().at(),
                    null);
        }
    }

    /** Open cases, oldest first. */
    @Transactional(readOnly = true)
    public Page<DuplicateCase> open(int page, int size) {
        org.springframework.data.domain.Page<DuplicateCaseEntity> found =
                cases.findByStateOrderByOpenedAtAscIdAsc("open", PageRequest.of(page, size));
        return new Page<>(found.map(DuplicateCaseEntity::shown).toList(), found.getTotalElements());
    }

    /**
     * Opens a case about two leads that one record matches, or adds the record to those that wait
     * in it; a decision already taken about the same two stands.
     *
     * @return whether it brought something: false when it repeats the last one
     */
    @Transactional
    boolean open(UUID one, UUID other, CheckedCapture checked) {
        return jdbc.sql("""
            insert into duplicate_case as waiting
                (id, lead_a, lead_b, reason, capture, opened_at, capture_at)
            values (:id, least(:one, :other), greatest(:one, :other), 'identities',
                jsonb_build_array(
                    cast(:record as jsonb) || jsonb_build_object('came', :came)),
                :now, :now)
            on conflict (lead_a, lead_b) do update
                set capture = coalesce(waiting.capture, '[]') || excluded.capture,
                    capture_at = excluded.capture_at
                where waiting.state = 'open'
                  and (waiting.capture -> -1) - 'came'
                      is distinct from cast(:record as jsonb)
            """)
                        .param("id", UUID.randomUUID())
                        .param("one", one)
                        .param("other", other)
                        .param("record", write(Waiting.of(checked)))
                        .param("came", clock.instant().toString())
                        .param("now", Sql.time(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * Whether a person has decided that these are two; the origin's own id then says whose record
     * it is.
     */
    boolean keptApart(UUID one, UUID other) {
        UUID first = DuplicateCase.first(one, other);
        return cases.existsByLeadAAndLeadBAndState(first, first.equals(one) ? other : one, "apart");
    }

    /**
     * A phone number never merges by itself; with the same name, however it is written, it is worth
     * a look: of many, the five that are known longest. For a lead whose row is flushed.
     */
    void suspect(UUID leadId) {
        jdbc.sql("""
            insert into duplicate_case (id, lead_a, lead_b, reason, opened_at)
            select gen_random_uuid(), least(o.id, l.id), greatest(o.id, l.id), 'phone', :now
            from lead l
            join lead o on o.phone_e164 = l.phone_e164 and o.name_key = l.name_key
            where l.id = :lead and o.id <> l.id and o.merged_into is null
                and o.undone_at is null
            order by o.created_at, o.id limit 5
            on conflict (lead_a, lead_b) do nothing
            """)
                .param("lead", leadId)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    private String write(Waiting waiting) {
        try {
            return json.writeValueAsString(waiting);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record could not be kept for a decision.", e);
        }
    }

    /** The records that wait, in the order in which they came. */
    List<Waiting> read(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Waiting>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A waiting record could not be read.", e);
        }
    }
}
