package org.leadrelay.assignment;

import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Default capacity of reps for whom the sales manager has set none. */
@Component
class RepLimits {

    private final Charter charter;
    private final int perPeriod;
    private final Period period;

    /**
     * @param perPeriod leads a period, or less than nothing for no limit
     */
    RepLimits(
            Charter charter,
            @Value("${leadrelay.reps.per-period:-1}") int perPeriod,
            @Value("${leadrelay.reps.period:week}") String period) {
        this.charter = charter;
        this.perPeriod = perPeriod;
        this.period = Period.of(period);
    }

    /** Open leads, as the charter in force has it. */
    int capacity() {
        return charter.current().capacity();
    }

    /** Leads given in one period, null for no limit. */
    @Nullable
    Integer perPeriod() {
        return perPeriod < 0 ? null : perPeriod;
    }

    Period period() {
        return period;
    }
}
