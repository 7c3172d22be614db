package org.leadrelay.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.NodeName;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Factory of log lines: adds who and when to an entry, and writes its details as canonical JSON so that the seal
 * is stable. A lead's details pass a gate here, the one place where its lines are made.
 */
@Component
class LineFactory {

    private final Clock clock;
    private final CurrentAuthor currentAuthor;
    private final CommitmentKeys salts;
    private final boolean strict;
    private final ObjectMapper canonical = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * @param strict whether a text that nothing vouches for is an error, as it is in tests
     */
    LineFactory(
            Clock clock,
            CurrentAuthor currentAuthor,
            CommitmentKeys salts,
            @Value("${leadrelay.journal.strict:false}") boolean strict) {
        this.clock = clock;
        this.currentAuthor = currentAuthor;
        this.salts = salts;
        this.strict = strict;
    }

    Line of(Entry entry) {
        DetailAllowList gate = new DetailAllowList(entry.kind(), strict, salts.commitments(entry.leadId()));
        return line(entry.leadId(), entry.kind(), ModelPosition.of(entry.place()), null, gate.pass(entry.details()));
    }

    Line of(UUID stream, Kind kind, String subject, Map<String, ? extends @Nullable Object> details) {
        return line(stream, kind, ModelPosition.NONE, subject, details);
    }

    private Line line(
            UUID stream,
            Kind kind,
            ModelPosition position,
            @Nullable String subject,
            Map<String, ? extends @Nullable Object> details) {
        CurrentAuthor.Acting acting = currentAuthor.get();
        return new Line(
                Seal.FORMAT,
                stream,
                clock.instant(),
                kind.code(),
                new Author(acting.login(), null, acting.apiKeyName(), NodeName.NAME),
                position,
                subject,
                json(kind, details));
    }

    private String json(Kind kind, Map<String, ? extends @Nullable Object> details) {
        if (details.isEmpty()) {
            return "{}"; // as of most lines: steps of a token
        }
        try {
            return canonical.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the details of a " + kind.code() + " line are no JSON", e);
        }
    }
}
