package org.leadrelay.audit;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for a lead's journey log. */
@RestController
@RequestMapping("/api/leads/{id}/journey")
@Tag(name = "Leads")
class JourneyLogApi {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_PAGES = 100_000;

    private final Timeline timeline;
    private final ChainVerification chains;
    private final LeadCards cards;
    private final ReadingLog readings;
    private final CurrentPerson currentPerson;

    JourneyLogApi(
            Timeline timeline,
            ChainVerification chains,
            LeadCards cards,
            ReadingLog readings,
            CurrentPerson currentPerson) {
        this.timeline = timeline;
        this.chains = chains;
        this.cards = cards;
        this.readings = readings;
        this.currentPerson = currentPerson;
    }

    /** The lines in the order in which they were written. */
    @GetMapping
    Page<TimelineLine> journey(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "1000") int size,
            Locale locale) {
        cards.name(id, currentPerson.get());
        if (page < 0 || page > MOST_PAGES) {
            throw Invalid.field("page", "Pages are counted from 0 to " + MOST_PAGES + ".");
        }
        if (size < 1 || size > MOST_LINES) {
            throw Invalid.field("size", "Ask for 1 to " + MOST_LINES + " lines.");
        }
        readings.journey(id, Way.REST);
        return timeline.page(id, false, page * size, size, locale);
    }

    /** Whether every line is still as it was written. */
    @GetMapping("/verification")
    Verification verification(@PathVariable UUID id) {
        cards.name(id, currentPerson.get());
        readings.journey(id, Way.REST);
        return Verification.of(chains.verify(id));
    }

    /**
     * What the verification found.
     *
     * @param lines how many lines there are
     * @param firstBroken number of the first line that is not as it was written or is missing, null when all are
     * @param removedUpTo number of the last line that was removed by rule, null when none was; what is left is verified from
     *     there on
     * @param asOf the moment of which this is said, by the database's clock
     * @param findings what is wrong, by code and line
     */
    record Verification(
            long lines,
            boolean intact,
            @Nullable Long firstBroken,
            @Nullable Long removedUpTo,
            Instant asOf,
            List<Found> findings) {

        static Verification of(ChainVerification.Verified verified) {
            return new Verification(
                    verified.lines(),
                    verified.intact(),
                    verified.findings().stream()
                            .map(finding -> finding.seq() == null ? Long.valueOf(1) : finding.seq())
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    verified.removedUpTo() == 0 ? null : verified.removedUpTo(),
                    verified.asOf(),
                    verified.findings().stream()
                            .map(finding -> new Found(finding.code(), finding.seq()))
                            .toList());
        }
    }

    record Found(FindingCode code, @Nullable Long seq) {}
}
