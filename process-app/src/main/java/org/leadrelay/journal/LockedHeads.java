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
 * Heads of hash chains that the current transaction has locked already, with the rows of their leads: the writer need not ask for them. Only of leads that
 * the transaction holds or makes, so that nobody waits for one who would not have waited for the lead.
 */
@Component
public class LockedHeads {

    /** The database refuses a line whose recording time is a minute off. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LongSupplier nanos;

    @Autowired
    LockedHeads() {
        this(System::nanoTime);
    }

    LockedHeads(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Tells of a head that was just locked.
     *
     * @param row with the columns {@code chain_seq}, {@code chain_hash} and {@code chain_locked_at}, the time by the database's clock; the last is null
     *     where none was locked
     */
    public void locked(UUID leadId, ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("chain_locked_at", OffsetDateTime.class);
        if (at != null) {
            locked(leadId, row.getLong("chain_seq"), row.getBytes("chain_hash"), at);
        }
    }

    /** Tells of the head of a new chain, without lines, that was just locked. */
    public void opened(UUID leadId, OffsetDateTime at) {
        locked(leadId, 0, new byte[0], at);
    }

    void locked(UUID leadId, long seq, byte[] hash, OffsetDateTime at) {
        TransactionBound.of(this, Locked.class, () -> new Locked(this))
                .chains
                .put(leadId, new Chain(new Head(seq, hash, at), nanos.getAsLong()));
    }

    /** For the first lines of the transaction in this chain, with the time that it is now; empty when it must be locked now. */
    Optional<Head> take(UUID stream) {
        return TransactionBound.find(this, Locked.class)
                .map(locked -> locked.chains.remove(stream))
                .flatMap(this::now);
    }

    private Optional<Head> now(Chain chain) {
        Duration age = Duration.ofNanos(nanos.getAsLong() - chain.since());
        Head head = chain.head();
        return age.compareTo(FRESH) < 0
                ? Optional.of(
                        new Head(head.seq(), head.hash(), head.at().plus(age).truncatedTo(ChronoUnit.MICROS)))
                : Optional.empty();
    }

    /**
     * Where the chain ends.
     *
     * @param seq of its last line; 0 when it has none
     * @param hash empty when it has no line
     * @param at by the database's clock
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Head(long seq, byte[] hash, OffsetDateTime at) {}

    /**
     * A chain.
     *
     * @param since by this Java's own clock, which only says how much later it is
     */
    private record Chain(Head head, long since) {}

    private static final class Locked extends TransactionBound {

        private final Map<UUID, Chain> chains = new HashMap<>();

        Locked(LockedHeads owner) {
            super(owner);
        }
    }
}
