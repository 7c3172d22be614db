package org.leadrelay.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import org.leadrelay.access.CurrentPerson;
import org.springframework.stereotype.Component;

/**
 * Factory of log lines: adds who and when to an entry, and writes its details as canonical JSON so that the seal
 * is stable.
 */
@Component
class LineFactory {

    private final Clock clock;
    private final CurrentPerson currentPerson;
    private final ObjectMapper canonical = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    LineFactory(Clock clock, CurrentPerson currentPerson) {
        this.clock = clock;
        this.currentPerson = currentPerson;
    }

    Line of(Entry entry) {
        Entry.Place place = entry.place();
        return new Line(
                entry.leadId(),
                clock.instant(),
                entry.kind().code(),
                currentPerson.get().login(),
                place == null ? null : place.definitionKey(),
                place == null ? null : place.version(),
                place == null ? null : place.elementId(),
                place == null ? null : place.elementName(),
                json(entry));
    }

    private String json(Entry entry) {
        try {
            return canonical.writeValueAsString(entry.details());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the details of a " + entry.kind().code() + " line are no JSON", e);
        }
    }
}
