package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Metrics for which both sides agree on target figures. */
public enum Metric {
    /** Revenue a month that sales is to make of marketing's leads. */
    REVENUE_TARGET("revenueTarget", false),
    AVERAGE_DEAL("averageDeal", false),
    /** Share of accepted leads that are won. */
    CLOSE_RATE("closeRate", true),
    /** Share of leads handed over that sales accepts. */
    ACCEPTANCE_RATE("acceptanceRate", true),
    /** Leads a month that marketing hands over. */
    VOLUME_GOAL("volumeGoal", false),
    /** Share of leads handed over with all agreed facts. */
    COMPLETENESS("completeness", true),
    /** Maturity from which both sides call a lead mature, 1 to 4; a version may leave it out. */
    MATURE_FROM("matureFrom", false);

    /** What holds where a version names no level. */
    static final int USUALLY_MATURE_FROM = 3;

    private final String code;
    private final boolean share;

    Metric(String code, boolean share) {
        this.code = code;
        this.share = share;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Whether it lies between nothing and 1. */
    public boolean isShare() {
        return share;
    }

    /** Whether a version may do without: those of before it was a figure do. */
    public boolean isOptional() {
        return this == MATURE_FROM;
    }

    static @Nullable Metric ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(null);
    }
}
