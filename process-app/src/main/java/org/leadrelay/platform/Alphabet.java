package org.leadrelay.platform;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Collation of what people read in lists: Ä beside A, Ł beside L, capitals among small letters, and
 * numbers by their value. The database sorts with the ICU collation {@code people} that a migration
 * creates, the same rules whatever its own locale is; lists in memory sort with {@link #order}.
 */
public final class Alphabet {

    private static final Collator RULES = rules();

    private Alphabet() {}

    /** An expression of SQL as something to order by. */
    public static String sorted(String expression) {
        return expression + " collate people";
    }

    /** Null stands last. */
    public static Comparator<@Nullable String> order() {
        return Comparator.nullsLast((one, other) -> RULES.compare(one, other));
    }

    private static Collator rules() {
        RuleBasedCollator rules = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
        rules.setNumericCollation(true);
        return rules.freeze();
    }
}
