package org.leadrelay.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.ConsentJson;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Moments;
import org.leadrelay.lead.Statement;
import org.leadrelay.platform.Invalid.Violation;
import org.springframework.stereotype.Component;

/** JSON parser of a lead: known fields by name and synonym, consent, and the rest as attributes. */
@Component
class JsonLeads {

    private static final int DEEPEST = 5;
    private static final int LONGEST_NAME = 200;

    private final Synonyms synonyms;
    private final Clock clock;

    JsonLeads(Synonyms synonyms, Clock clock) {
        this.synonyms = synonyms;
        this.clock = clock;
    }

    record Read(Capture capture, List<Violation> violations) {}

    private static final class Draft {
        final Map<Field, String> fields = new EnumMap<>(Field.class);
        final List<Attribute> attributes = new ArrayList<>();
        final List<Statement> statements = new ArrayList<>();
        final List<Violation> violations = new ArrayList<>();

        @Nullable
        Instant at;

        void wrong(String field, String message) {
            violations.add(new Violation(field, message));
        }
    }

    Read read(JsonNode node) {
        Draft draft = new Draft();
        if (!node.isObject()) {
            draft.wrong("body", "A lead is a JSON object, such as {\"email\": \"name@example.org\"}.");
        }
        node.properties().forEach(each -> member(draft, each.getKey(), each.getValue()));
        return new Read(new Capture(draft.fields, draft.attributes, draft.statements, draft.at), draft.violations);
    }

    private void member(Draft draft, String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (name.equals("consent") || name.equals("consents")) {
            ConsentJson.read(name, value, clock.instant(), draft.statements, draft.violations);
        } else if (name.equals("at") || name.equals("capturedAt")) {
            at(draft, name, value);
        } else {
            Optional<Field> field = synonyms.field(name);
            if (field.isPresent()) {
                known(draft, name, field.get(), value);
            } else {
                attribute(draft, name, value, 1);
            }
        }
    }

    private static void known(Draft draft, String name, Field field, JsonNode value) {
        if (value.isContainerNode()) {
            draft.wrong(name, "'%s' must be text, a number or true or false.".formatted(name));
        } else if (value.isBoolean() && !field.isSwitch()) {
            draft.wrong(name, "'%s' must be text.".formatted(name));
        } else if (draft.fields.putIfAbsent(field, value.asText()) != null) {
            draft.attributes.add(new Attribute(name, value.asText()));
        }
    }

    private void at(Draft draft, String name, JsonNode value) {
        draft.at = Moments.read(name, value, clock.instant(), draft.violations);
    }

    private static void attribute(Draft draft, String name, JsonNode value, int depth) {
        if (depth > DEEPEST || name.length() > LONGEST_NAME) {
            String shown = name.length() > 60 ? name.substring(0, 59) + "…" : name;
            draft.wrong(shown, "Nested too deep, or the name is too long. Send it flat.");
        } else if (value.isObject()) {
            value.properties()
                    .forEach(each -> attribute(draft, name + "." + each.getKey(), each.getValue(), depth + 1));
        } else if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(each -> words.add(each.isValueNode() ? each.asText() : each.toString()));
            draft.attributes.add(new Attribute(name, String.join(", ", words)));
        } else if (!value.isNull()) {
            draft.attributes.add(new Attribute(name, value.asText()));
        }
    }
}
