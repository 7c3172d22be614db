package org.leadrelay.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reassignment policy for an absent rep's open tasks. */
public enum AbsenceHandling {
    STAY,
    /** To the deputy; when that one is not there, as {@link #POOL}. */
    DEPUTY,
    /** To whoever is able to take the lead; when nobody is, to whoever claims the task. */
    POOL;

    /** As the database and REST write it: stay, deputy, pool. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AbsenceHandling> of(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
