package org.leadrelay.board;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an element of a model means to the boards, as its extension property {@code stage} says: steps may be renamed and moved, what
 * they mean stays. How a journey ends is said by {@code leadEnd}.
 */
public enum Stage {
    /** The start of a journey. */
    CAPTURED,
    /** A table that rates maturity. */
    MATURE,
    /** A rep has the lead and is to answer. */
    HANDED_OVER,
    /** The path of a hand-off that was accepted. */
    ACCEPTED,
    /** The path of a hand-off that was rejected. */
    REJECTED,
    /** The path of a hand-off that nobody answered in time. */
    MISSED,
    /** Marketing looks at a rejection. */
    REVIEWED,
    /** The arbiter decides about a dispute. */
    JUDGED,
    /** The path of a buyer who was reached. */
    CONTACTED,
    /** The path of a buyer who named a day. */
    BUYERS_DAY,
    /** The path of an accepted lead that was not ready after all. */
    NOT_READY,
    /** The path into the next lap. */
    RECYCLED;

    /** As a model writes it: {@code handedOver}. */
    public String code() {
        return NumberBuilder.camel(name());
    }

    /** Empty where there is no such stage. */
    public static Optional<Stage> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
