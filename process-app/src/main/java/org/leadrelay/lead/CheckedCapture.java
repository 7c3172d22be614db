package org.leadrelay.lead;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid.Violation;

/**
 * Validated capture: in normal form, with all that is wrong with it. Made by {@link CaptureCheck}; what
 * has a violation cannot be captured.
 */
public final class CheckedCapture {

    private final Capture capture;
    private final Origin origin;
    private final Map<String, Known> facts;
    private final List<Statement> statements;
    private final @Nullable String phoneE164;
    private final byte[] hash;
    private final List<Violation> violations;
    private final @Nullable Instant said;

    /** A value under its fact's name. */
    record Known(String label, String value) {}

    CheckedCapture(
            Capture capture,
            Origin origin,
            Map<String, Known> facts,
            List<Statement> statements,
            @Nullable String phoneE164,
            byte[] hash,
            List<Violation> violations) {
        this.capture = capture;
        this.origin = origin;
        this.facts = facts;
        this.statements = statements;
        this.phoneE164 = phoneE164;
        this.hash = hash;
        this.violations = List.copyOf(violations);
        this.said = capture.at();
    }

    private CheckedCapture(CheckedCapture other, @Nullable Instant said) {
        this.capture = other.capture;
        this.origin = other.origin;
        this.facts = other.facts;
        this.statements = other.statements;
        this.phoneE164 = other.phoneE164;
        this.hash = other.hash;
        this.violations = other.violations;
        this.said = said;
    }

    /** The same, where its moment is only that of its coming: nothing was said at it. */
    CheckedCapture saidAt(@Nullable Instant moment) {
        return new CheckedCapture(this, moment);
    }

    /** The record's own moment, at which its statements without one were said. */
    @Nullable
    Instant said() {
        return said;
    }

    /** All that is wrong, each with its field and the remedy; empty when it can be captured. */
    public List<Violation> violations() {
        return violations;
    }

    Capture capture() {
        return capture;
    }

    Origin origin() {
        return origin;
    }

    /** By name, in the order they came. */
    Map<String, Known> facts() {
        return facts;
    }

    List<Statement> statements() {
        return statements;
    }

    /** Whether its person objects on some channel. */
    boolean objects() {
        return statements.stream().anyMatch(each -> !each.given());
    }

    @Nullable
    String phoneE164() {
        return phoneE164;
    }

    byte[] hash() {
        return hash;
    }

    /**
     * What the record itself says of where its person is reached; nothing for an anonymous form,
     * which anybody can fill in with somebody else's number.
     */
    ContactPoint contactPoint() {
        if (origin.kind() == Origin.Kind.FORM) {
            return new ContactPoint(null, null, origin.name(), null);
        }
        return new ContactPoint(
                value(Field.EMAIL),
                phoneE164 == null ? value(Field.PHONE) : phoneE164,
                origin.name(),
                value(Field.EXTERNAL_ID));
    }

    /** The name is composed of its parts where the record has no full one. */
    @Nullable
    String value(Field field) {
        Known known = facts.get(field.key());
        if (known == null && field == Field.NAME) {
            return PersonName.joined(value(Field.FIRST_NAME), value(Field.LAST_NAME));
        }
        return known == null ? null : known.value();
    }

    /**
     * The moment at which the facts were true: the record's own, otherwise that of its origin, and
     * without either the moment at which it came.
     *
     * @param came also the latest that it can be
     */
    Instant factsAt(Instant came) {
        Instant own = capture.at() == null ? origin.asOf() : capture.at();
        return own == null || own.isAfter(came) ? came : own;
    }
}
