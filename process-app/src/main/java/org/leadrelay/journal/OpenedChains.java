package org.leadrelay.journal;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.leadrelay.platform.TransactionBound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hash chains that the current transaction has begun, with the row lock on their heads: the writer need not take it again. Only of leads that the same
 * transaction makes, so that nobody else waits for one.
 */
@Component
public class OpenedChains {

    /** The database refuses a line whose recording time is a minute off. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LongSupplier nanos;

    @Autowired
    OpenedChains() {
        this(System::nanoTime);
    }

    OpenedChains(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Tells of a new chain whose head is locked.
     *
     * @param at by the database's clock, now
     */
    public void opened(UUID leadId, OffsetDateTime at) {
        TransactionBound.of(this, Opened.class, () -> new Opened(this))
                .chains
                .put(leadId, new Chain(at, nanos.getAsLong()));
    }

    /** The time by the database's clock, for the first lines of this chain; empty when it must be locked now. */
    Optional<OffsetDateTime> take(UUID stream) {
        return TransactionBound.find(this, Opened.class)
                .map(opened -> opened.chains.remove(stream))
                .flatMap(this::now);
    }

    private Optional<OffsetDateTime> now(Chain chain) {
        Duration age = Duration.ofNanos(nanos.getAsLong() - chain.since());
        return age.compareTo(FRESH) < 0
                ? Optional.of(chain.at().plus(age).truncatedTo(ChronoUnit.MICROS))
                : Optional.empty();
    }

    /**
     * A new chain.
     *
     * @param since by this Java's own clock, which only says how much later it is
     */
    private record Chain(OffsetDateTime at, long since) {}

    private static final class Opened extends TransactionBound {

        private final Map<UUID, Chain> chains = new HashMap<>();

        Opened(OpenedChains owner) {
            super(owner);
        }
    }
}
