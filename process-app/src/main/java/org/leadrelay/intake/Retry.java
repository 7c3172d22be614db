package org.leadrelay.intake;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** Repeats what collided with somebody else's transaction; outside any transaction of its own. */
final class Retry {

    private static final int TIMES = 5;

    private Retry() {}

    static <T> T onCollision(Supplier<T> work) {
        for (int left = TIMES; ; left--) {
            try {
                return work.get();
            } catch (ConcurrencyFailureException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }
}
