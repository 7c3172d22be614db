package org.leadrelay.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * Transaction-bound cache of the heads of hash chains, as the transaction has read them with the rows of their leads: the writer need not ask for them. Only a
 * head that the transaction has made is locked; another one may have moved when the lines are written, and the database says so.
 */
@Component
public class ChainHeadCache {

    /** The database refuses a line whose recording time is a minute off. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LongSupplier nanos;

    @Autowired
    ChainHeadCache() {
        this(System::nanoTime);
    }

    ChainHeadCache(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Tells of a head that was just read.
     *
     * @param row with the columns {@code chain_seq}, {@code chain_hash} and {@code chain_read_at}, the time by the database's clock; the hash is null where there
     *     is no head
     */
    public void read(UUID leadId, ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("chain_hash");
        if (hash != null) {
            know(
                    leadId,
                    new Head(
                            row.getLong("chain_seq"),
                            hash,
                            row.getObject("chain_read_at", OffsetDateTime.class),
                            false));
        }
    }

    /**
     * Tells of the head of a new chain, without lines, that the transaction has just locked.
     *
     * @param at by the database's clock, now
     */
    public void opened(UUID leadId, OffsetDateTime at) {
        know(leadId, new Head(0, new byte[0], at, true));
    }

    void know(UUID leadId, Head head) {
        TransactionBound.of(this, Known.class, () -> new Known(this))
                .chains
                .put(leadId, new Chain(head, nanos.getAsLong()));
    }

    /** For the first lines of the transaction in this chain, with the time that it is now; empty when it must be asked for now. */
    Optional<Head> take(UUID stream) {
        return TransactionBound.find(this, Known.class)
                .map(known -> known.chains.remove(stream))
                .flatMap(this::now);
    }

    private Optional<Head> now(Chain chain) {
        Duration age = Duration.ofNanos(nanos.getAsLong() - chain.since());
        Head head = chain.head();
        return age.compareTo(FRESH) < 0
                ? Optional.of(new Head(
                        head.seq(), head.hash(), head.at().plus(age).truncatedTo(ChronoUnit.MICROS), head.locked()))
                : Optional.empty();
    }

    /**
     * Where a chain ends.
     *
     * @param seq of its last line; 0 when it has none
     * @param hash empty when it has no line
     * @param at by the database's clock, when it was read
     * @param locked whether it cannot move before the transaction has ended
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Head(long seq, byte[] hash, OffsetDateTime at, boolean locked) {}

    /**
     * A chain.
     *
     * @param since by this Java's own clock, which only says how much later it is
     */
    private record Chain(Head head, long since) {}

    private static final class Known extends TransactionBound {

        private final Map<UUID, Chain> chains = new HashMap<>();

        Known(ChainHeadCache owner) {
            super(owner);
        }
    }
}
