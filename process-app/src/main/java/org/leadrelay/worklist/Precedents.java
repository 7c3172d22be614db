package org.leadrelay.worklist;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadName;
import org.leadrelay.platform.ProductException;
import org.springframework.stereotype.Component;

/** Precedents for an arbiter: how earlier rejections for the same reason were judged. */
@Component
class Precedents {

    /** How many verdicts are looked through, newest first. */
    private static final int LOOKED_THROUGH = 1_000;

    private static final int TOLD = 3;

    private static final String REJECTION_REASON = "rejectionReason";

    private final PrecedentQueries queries;
    private final RecordedAnswers words;
    private final LeadCards leads;

    Precedents(PrecedentQueries queries, RecordedAnswers words, LeadCards leads) {
        this.queries = queries;
        this.words = words;
        this.leads = leads;
    }

    /** Of the reason of a rejection; none of one that gives no agreed reason. */
    Optional<SoFar.Precedents> of(SoFar.@Nullable Answer reason, Actor actor) {
        if (reason == null || !reason.field().equals(REJECTION_REASON)) {
            return Optional.empty();
        }
        List<PrecedentQueries.Verdict> verdicts =
                queries.verdicts(KnownElement.GIVE_VERDICT, reason.value(), LOOKED_THROUGH);
        List<SoFar.OutcomeCount> ways = verdicts.stream()
                .collect(groupingBy(
                        PrecedentQueries.Verdict::outcome,
                        collectingAndThen(
                                toList(),
                                same -> new SoFar.OutcomeCount(same.get(0).outcome(), text(same.get(0)), same.size()))))
                .values()
                .stream()
                .sorted(Comparator.comparing(SoFar.OutcomeCount::count)
                        .reversed()
                        .thenComparing(SoFar.OutcomeCount::outcome))
                .toList();
        return Optional.of(new SoFar.Precedents(
                reason,
                ways,
                verdicts.stream().limit(TOLD).map(each -> told(each, actor)).toList()));
    }

    private SoFar.Precedent told(PrecedentQueries.Verdict verdict, Actor actor) {
        Optional<LeadName> lead = seen(verdict.leadId(), actor);
        return new SoFar.Precedent(
                verdict.at(),
                verdict.outcome(),
                text(verdict),
                lead.flatMap(any -> queries.grounds(verdict.leadId(), verdict.taskId()))
                        .orElse(null),
                lead.map(LeadName::id).orElse(null),
                lead.map(LeadName::name).orElse(null));
    }

    private Optional<LeadName> seen(UUID leadId, Actor actor) {
        try {
            return Optional.of(leads.name(leadId, actor));
        } catch (ProductException hidden) {
            return Optional.empty();
        }
    }

    private String text(PrecedentQueries.Verdict verdict) {
        SoFar.Answer outcome = words.of(
                        verdict.model(),
                        verdict.version(),
                        KnownElement.GIVE_VERDICT.id(),
                        Map.of(Answers.OUTCOME, verdict.outcome()))
                .outcome();
        return outcome == null ? verdict.outcome() : outcome.text();
    }
}
