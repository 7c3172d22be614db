package org.leadrelay.ui.redesign;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.ReleaseStage;

/** Tab of a release's page, as its address names it. */
enum ReleaseTab {
    FILES,
    FINDINGS,
    DIFFERENCE,
    TABLES,
    APPROVAL,
    HISTORY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tab of that name; without one, what is looked at first in that stage. */
    static ReleaseTab of(@Nullable String code, ReleaseStage stage) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(stage == ReleaseStage.SEALED || stage == ReleaseStage.SCHEDULED ? DIFFERENCE : FILES);
    }
}
