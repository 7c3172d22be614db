package org.leadrelay.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * JSON of checked answers, from which each value comes back in its own type: an instant is an object, since a text may
 * look like one, and what was not answered stays null, since it must not be routed by an earlier lap.
 */
@Component
class AnswerJson {

    private static final String INSTANT = "at";
    private static final String LABEL = "label";
    private static final String WORDS = "words";

    private final ObjectMapper json;

    AnswerJson(ObjectMapper json) {
        this.json = json;
    }

    String notes(List<Notes.Written> notes) {
        ObjectNode written = json.createObjectNode();
        notes.forEach(
                note -> written.putObject(note.field()).put(LABEL, note.label()).put(WORDS, note.words()));
        return written.toString();
    }

    String facts(Map<String, @Nullable Object> facts) {
        ObjectNode written = json.createObjectNode();
        facts.forEach((field, value) -> written.set(field, written(value)));
        return written.toString();
    }

    List<Notes.Written> notes(String written, String person, Instant at) {
        return object(written).properties().stream()
                .map(each -> new Notes.Written(
                        each.getKey(),
                        each.getValue().get(LABEL).asText(),
                        each.getValue().get(WORDS).asText(),
                        person,
                        at))
                .toList();
    }

    Map<String, @Nullable Object> facts(String written) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        object(written).properties().forEach(each -> facts.put(each.getKey(), value(each.getValue())));
        return facts;
    }

    private JsonNode written(@Nullable Object value) {
        return value instanceof Date day
                ? json.createObjectNode().put(INSTANT, day.toInstant().toString())
                : json.valueToTree(value);
    }

    private static @Nullable Object value(JsonNode written) {
        if (written.isObject()) {
            return Date.from(Instant.parse(written.get(INSTANT).asText()));
        }
        if (written.isNull()) {
            return null;
        }
        if (written.isBoolean()) {
            return written.booleanValue();
        }
        return written.isNumber() ? (Object) written.longValue() : written.asText();
    }

    private JsonNode object(String written) {
        try {
            return json.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a pending answer cannot be read", e);
        }
    }
}
