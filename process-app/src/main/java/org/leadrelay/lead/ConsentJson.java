package org.leadrelay.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;

/** Parser of a consent or an objection in JSON: true or false for all channels, an object by channel, or a list of statements. */
public final class ConsentJson {

    private final Instant now;
    private final List<Statement> into;
    private final List<Violation> violations;

    private ConsentJson(Instant now, List<Statement> into, List<Violation> violations) {
        this.now = now;
        this.into = into;
        this.violations = violations;
    }

    public static void read(
            String name, JsonNode value, Instant now, List<Statement> into, List<Violation> violations) {
        new ConsentJson(now, into, violations).read(name, value);
    }

    /** One statement with its channel. */
    public static Statement one(String name, JsonNode value, Instant now) {
        List<Statement> into = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        new ConsentJson(now, into, violations).one(name, value);
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
                Moments.read(prefix + "at", more.path("at"), now, violations));
    }

    private static @Nullable String text(JsonNode more, String name) {
        String text = more.path(name).asText("");
        return text.isBlank() ? null : text.strip();
    }

    /** The channel as a statement names it. */
    public static String name(Channel channel) {
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
