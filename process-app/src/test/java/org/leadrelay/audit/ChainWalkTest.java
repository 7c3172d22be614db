package org.leadrelay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.SealedLine;
import org.leadrelay.journal.SealedLines;

/** Clocks of node and database, compared while a chain is walked. */
class ChainWalkTest {

    private static final UUID STREAM = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-29T09:00:00Z");

    @Test
    void the_first_line_whose_clocks_were_apart_is_told_and_no_line_is_said_to_be_changed() {
        // given
        SealedLine first = line(1, AT.plus(ChainWalk.TOLERANCE), new byte[0]);
        SealedLine second = line(2, AT.minus(ChainWalk.TOLERANCE).minusMillis(1), first.hash());
        SealedLine third = line(3, AT.plus(Duration.ofDays(3)), second.hash());

        // when
        List<ChainFinding> findings = walked(true, first, second, third);

        // then
        assertThat(findings).containsExactly(new ChainFinding(FindingCode.CLOCK_DIFFERS, STREAM, 2L));
        assertThat(new ChainVerification.Verified(STREAM, 3, 3, 0, AT, findings).intact())
                .isTrue();
    }

    @Test
    void a_clock_that_a_demo_moves_is_compared_with_nothing() {
        SealedLine line = line(1, AT.plus(Duration.ofDays(3)), new byte[0]);

        assertThat(walked(false, line)).isEmpty();
    }

    @Test
    void a_line_that_was_changed_is_not_intact_however_the_clocks_were() {
        // given
        SealedLine sealed = line(1, AT.plus(Duration.ofDays(3)), new byte[0]);
        SealedLine changed =
                new SealedLine(sealed.line(), 1, AT.plus(Duration.ofDays(4)), sealed.previousHash(), sealed.hash());

        // when
        List<ChainFinding> findings = walked(true, changed);

        // then
        assertThat(findings).containsExactly(new ChainFinding(FindingCode.LINE_CHANGED, STREAM, 1L));
        assertThat(new ChainVerification.Verified(STREAM, 1, 1, 0, AT, findings).intact())
                .isFalse();
    }

    private static List<ChainFinding> walked(boolean clockIsReal, SealedLine... lines) {
        ChainWalk walk = new ChainWalk(STREAM, clockIsReal, null);
        SealedLine last = lines[lines.length - 1];
        for (SealedLine each : lines) {
            walk.line(each);
        }
        return walk.end(new ChainWalk.Head(last.seq(), last.hash()), true);
    }

    private static SealedLine line(long seq, Instant recordedAt, byte[] previous) {
        return SealedLines.line(STREAM, seq, AT, recordedAt, previous);
    }
}
