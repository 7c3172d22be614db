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
    TABLE("{0}::text", "f.matrix_version"),
    MODEL("{0}::text", "f.model_version"),
    CHARTER("{0}::text", "f.charter_version"),
    LAP("{0}::text", "f.lap"),
    ORIGIN("f.origin"),
    MONTH("to_char({0}, 'YYYY-MM')", "date_trunc('month', {entered} at time zone :zone)"),
    TEAM("t.name"),
    REASON("f.reason"),
    LEARNED("f.learned"),
    CAUSE("f.marketing_cause"),
    ROW("{0}::text", "f.matrix_row"),
    CELL("{0} || {1}", "f.fit", "f.maturity"),
    ROUTE("f.route"),
    CHANGED("c.name"),
    SPEED("{0} || {1} || ' ' || {2}", "f.fit", "f.maturity", Speed.SQL),
    CLAUSE("p.clause"),
    SIDE(Side.SQL, "p.role"),
    CURRENCY("f.currency");

    /** Group of rows that do not say: no source, no campaign. */
    public static final String UNKNOWN = "-";

    private static final Wording WORDING = Wording.of(Grouping.class);

    private final String called;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> keys;

    Grouping(String key) {
        this("{0}", key);
    }

    Grouping(String called, String... keys) {
        this.called = called;
        this.keys = List.of(keys);
    }

    /** How fast a hand-off was answered, in working hours. */
    private static final class Speed {

        static final String SQL = "case when f.answered_w - f.given_w < 3600 then '<1h'"
                + " when f.answered_w - f.given_w < 4 * 3600 then '1-4h' else '>4h' end";

        private Speed() {}
    }

    /** The side of a role; a role of neither, or that is gone, is a group of its own. */
    private static final class Side {

        static final String SQL = "coalesce((select nullif(r.side, 'neither') from role r where r.name = {0}), {0})";

        private Side() {}
    }

    /** Whether only rows of the numerator have it, so that each group is compared with the whole denominator. */
    boolean isOfNumerator() {
        return this == REASON || this == LEARNED || this == CAUSE || this == CHANGED;
    }

    /** Whether promises have it themselves. */
    boolean isOfPromise() {
        return this == CLAUSE || this == SIDE;
    }

    /** By what rows are grouped, over the names that {@link BoardStatement} gives its tables. */
    List<String> keys() {
        return keys;
    }

    /** What a group is called, in SQL over its keys: <code>{0}</code>, <code>{1}</code>. */
    String called() {
        return called;
    }

    /** Whether the rows have several of it, or it stands in another table: it cannot be counted together with others. */
    boolean isJoined() {
        return this == TEAM || this == CHANGED;
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
