package org.leadrelay.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Moments;
import org.leadrelay.lead.Statement;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.springframework.stereotype.Component;

/**
 * Reads a lead from JSON: known fields by name and synonym, consent, and the rest as attributes.
 */
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
            Consent.read(name, value, clock.instant(), draft.statements, draft.violations);
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
        draft.at = moment(name, value, clock.instant(), draft.violations);
    }

    /** Null when there is none, or none that can be taken; then a violation says so. */
    private static @Nullable Instant moment(String name, JsonNode value, Instant now, List<Violation> violations) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        Instant given;
        try {
            given = OffsetDateTime.parse(value.asText().strip()).toInstant();
        } catch (DateTimeParseException e) {
            violations.add(new Violation(name, "Not an instant. Write it as 2026-03-27T16:30:00Z."));
            return null;
        }
        String problem = Moments.problem(given, now);
        if (problem != null) {
            violations.add(new Violation(name, problem));
            return null;
        }
        return given;
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

    /** The shapes in which a consent may come. */
    static final class Consent {

        private final Instant now;
        private final List<Statement> into;
        private final List<Violation> violations;

        private Consent(Instant now, List<Statement> into, List<Violation> violations) {
            this.now = now;
            this.into = into;
            this.violations = violations;
        }

        static void read(String name, JsonNode value, Instant now, List<Statement> into, List<Violation> violations) {
            new Consent(now, into, violations).read(name, value);
        }

        /** One statement with its channel. */
        static Statement one(String name, JsonNode value, Instant now) {
            List<Statement> into = new ArrayList<>();
            List<Violation> violations = new ArrayList<>();
            new Consent(now, into, violations).one(name, value);
            if (!violations.isEmpty()) {
                throw Invalid.of(violations);
            }
            return into.get(0);
        }

        private void read(String name, JsonNode value) {
            if (value.isBoolean()) {
                into.add(statement(name, Channel.MAIL, value.booleanValue(), value));
                into.add(statement(name, Channel.CALL, value.booleanValue(), value));
            } else if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    one(name + "[" + i + "].", value.get(i));
                }
            } else if (value.isObject() && value.has("channel")) {
                one(name + ".", value);
            } else if (value.isObject()) {
                byChannel(name + ".", value);
            } else {
                violations.add(new Violation(
                        name,
                        "Write true, false, or an object such as {\"mail\": true,"
                                + " \"basis\": \"consent\", \"wording\": \"...\"}."));
            }
        }

        private void byChannel(String prefix, JsonNode value) {
            int before = violations.size();
            value.properties().forEach(each -> {
                Optional<Channel> channel = channel(each.getKey());
                if (channel.isPresent() && each.getValue().isBoolean()) {
                    boolean given = each.getValue().booleanValue();
                    // What they have in common is found wrong once.
                    if (violations.size() == before) {
                        into.add(statement(prefix, channel.get(), given, value));
                    }
                } else if (channel.isPresent()) {
                    violations.add(new Violation(prefix + each.getKey(), "Write true or false."));
                }
            });
        }

        private void one(String prefix, JsonNode value) {
            Optional<Channel> channel = channel(value.path("channel").asText(""));
            if (channel.isEmpty()) {
                violations.add(new Violation(prefix + "channel", "Write mail, call or atSource."));
            } else if (!value.path("given").isBoolean()) {
                violations.add(new Violation(prefix + "given", "Write true for a consent, false for an objection."));
            } else {
                into.add(statement(prefix, channel.get(), value.path("given").booleanValue(), value));
            }
        }

        private Statement statement(String prefix, Channel channel, boolean given, JsonNode more) {
            return new Statement(
                    channel,
                    given,
                    more.path("purpose").asText("marketing"),
                    more.path("basis").asText(given ? "consent" : "objection"),
                    text(more, "wording"),
                    text(more, "source"),
                    moment(prefix + "at", more.path("at"), now, violations));
        }

        private static @Nullable String text(JsonNode more, String name) {
            String text = more.path(name).asText("");
            return text.isBlank() ? null : text.strip();
        }

        /** The channel as a statement names it. */
        static String name(Channel channel) {
            return switch (channel) {
                case MAIL -> "mail";
                case CALL -> "call";
                case AT_SOURCE -> "atSource";
            };
        }

        private static Optional<Channel> channel(String name) {
            return switch (name) {
                case "mail", "email", "MAIL" -> Optional.of(Channel.MAIL);
                case "call", "phone", "CALL" -> Optional.of(Channel.CALL);
                case "atSource", "AT_SOURCE" -> Optional.of(Channel.AT_SOURCE);
                default -> Optional.empty();
            };
        }
    }
}
