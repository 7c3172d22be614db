package org.leadrelay.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.DateHabit;
import org.leadrelay.lead.Moments;
import org.leadrelay.lead.NumberHabit;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Wording;

/** Validation of what somebody answers about a file as a whole: encoding, numbers, dates, age. */
final class ImportAnswerCheck {

    private static final Wording WORDING = Wording.of(ImportAnswerCheck.class);

    private static final Map<String, NumberHabit> DECIMAL =
            Map.of("comma", NumberHabit.COMMA, "point", NumberHabit.POINT);
    private static final Map<String, DateHabit> DATE_ORDER =
            Map.of("day", DateHabit.DAY_FIRST, "month", DateHabit.MONTH_FIRST);

    private ImportAnswerCheck() {}

    static void check(ImportMapping mapping, List<Violation> wrong) {
        String encoding = mapping.encoding();
        if (encoding != null && known(encoding).isEmpty()) {
            wrong.add(new Violation("encoding", WORDING.text("noEncoding", encoding)));
        }
        if (mapping.decimal() != null && decimal(mapping) == null) {
            wrong.add(new Violation("decimal", WORDING.text("noDecimal", mapping.decimal())));
        }
        if (mapping.dateOrder() != null && dateOrder(mapping) == null) {
            wrong.add(new Violation("dateOrder", WORDING.text("noDateOrder", mapping.dateOrder())));
        }
    }

    /**
     * An encoding by its name.
     *
     * @throws Invalid when there is none of this name
     */
    static Charset encoding(String name) {
        return known(name).orElseThrow(() -> Invalid.field("encoding", WORDING.text("noEncoding", name)));
    }

    private static Optional<Charset> known(String name) {
        try {
            Charset charset = Charset.forName(name.strip());
            return charset.canEncode() ? Optional.of(charset) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    static @Nullable NumberHabit decimal(ImportMapping mapping) {
        return mapping.decimal() == null ? null : DECIMAL.get(mapping.decimal());
    }

    static @Nullable DateHabit dateOrder(ImportMapping mapping) {
        return mapping.dateOrder() == null ? null : DATE_ORDER.get(mapping.dateOrder());
    }

    /**
     * The moment at which a file was true: an instant, or a day, which is its beginning in UTC.
     *
     * @throws Invalid when it is neither
     */
    static Instant asOf(String text) {
        if (!text.strip().matches("\\d{4}-\\d{2}-\\d{2}([T ].*)?")) {
            throw Invalid.field("asOf", WORDING.text("noMoment", text));
        }
        return DateHabit.DAY_FIRST
                .read(text, ZoneOffset.UTC)
                .orElseThrow(() -> Invalid.field("asOf", WORDING.text("noMoment", text)));
    }

    /**
     * The moment itself; clocks that differ by up to five minutes are taken as now.
     *
     * @throws Invalid when it is in the future
     */
    static @Nullable Instant notInFuture(@Nullable Instant asOf, Clock clock) {
        Instant now = clock.instant();
        String problem = Moments.problem(asOf, now);
        if (problem != null) {
            throw Invalid.field("asOf", problem);
        }
        return asOf == null ? null : Moments.past(asOf, now);
    }
}
