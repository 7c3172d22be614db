package org.leadrelay.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.platform.Wording;

/** Dimension by which a board's numbers are split (group by). What a row does not say stands in the group {@link #UNKNOWN}. */
public enum Grouping {
    SOURCE("f.source"),
    CAMPAIGN("f.campaign"),
    CONTENT("f.content"),
    TABLE("f.matrix_version::text"),
    MODEL("f.model_version::text"),
    CHARTER("f.charter_version::text"),
    LAP("f.lap::text"),
    ORIGIN("f.origin"),
    MONTH("to_char({entered} at time zone :zone, 'YYYY-MM')"),
    TEAM("t.name"),
    REASON("f.reason"),
    LEARNED("f.learned"),
    CAUSE("f.marketing_cause"),
    ROW("f.matrix_row::text"),
    CELL("f.fit", "f.maturity"),
    ROUTE("f.route"),
    CHANGED("c.name"),
    SPEED("f.fit", "f.maturity", "' ' || " + Speed.SQL),
    CLAUSE("p.clause"),
    SIDE("case when p.role like 'sales%' then 'sales' else p.role end"),
    CURRENCY("f.currency");

    /** Group of rows that do not say: no source, no campaign. */
    public static final String UNKNOWN = "-";

    private static final Wording WORDING = Wording.of(Grouping.class);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> parts;

    Grouping(String... parts) {
        this.parts = List.of(parts);
    }

    /** How fast a hand-off was answered, in working hours. */
    private static final class Speed {

        static final String SQL = "case when f.answered_w - f.given_w < 3600 then '<1h'"
                + " when f.answered_w - f.given_w < 4 * 3600 then '1-4h' else '>4h' end";

        private Speed() {}
    }

    /** Whether only rows of the numerator have it, so that each group is compared with the whole denominator. */
    boolean isOfNumerator() {
        return this == REASON || this == LEARNED || this == CAUSE || this == CHANGED;
    }

    /** Whether promises have it themselves. */
    boolean isOfPromise() {
        return this == CLAUSE || this == SIDE;
    }

    /** The group of a row, over the names that {@link BoardStatement} gives its tables. */
    String sql() {
        return String.join(" || ", parts);
    }

    /** What the group is put together of, where it is of several: rows are counted by these, for putting words together is slow. */
    List<String> parts() {
        return parts;
    }

    /** As an address writes it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, in their language. */
    public String label(Locale language) {
        return WORDING.text(language, "group." + code());
    }

    /** Empty where there is no such grouping. */
    public static Optional<Grouping> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
