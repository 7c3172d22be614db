package org.leadrelay.ui.board;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sort order of the groups of a number. By their rates only where no two intervals overlap. */
enum GroupOrder {
    /** The largest first. */
    SIZE,
    NAME,
    RATE,
    RUNNING;

    static final GroupOrder USUAL = SIZE;

    /** As an address writes it; null for the usual one, which needs no words. */
    @Nullable
    String code() {
        return this == USUAL ? null : name().toLowerCase(Locale.ROOT);
    }

    static GroupOrder of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElse(USUAL);
    }
}
