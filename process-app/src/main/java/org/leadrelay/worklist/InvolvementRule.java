package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.ARBITER;
import static org.leadrelay.access.Roles.SALES_REP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.worklist.Involvement.Part;

/**
 * Conflict of interest: nobody judges a case in which they took part. The case is the lead's
 * present journey with all its laps. What was done as its judge is no part: in the very step that
 * is asked about, and in every task of the arbiter.
 */
final class InvolvementRule {

    private static final String REJECT = "reject";
    private static final String DISPUTE = "dispute";

    /** Kinds of log line that are read for a case: those that are a part, and those that tell who had the lead. */
    static final Set<Kind> KINDS = Set.of(
            Kind.TASK_CREATED,
            Kind.TASK_CLAIMED,
            Kind.TASK_RELEASED,
            Kind.TASK_ASSIGNED,
            Kind.TASK_COMPLETED,
            Kind.TASK_CANCELLED,
            Kind.ENDED,
            Kind.PROMISE_REASON,
            Kind.COMMENT,
            Kind.QUESTION,
            Kind.FACT_CORRECTED,
            Kind.CLAIM_TAKEN,
            Kind.CLAIM_DISMISSED,
            Kind.MERGED,
            Kind.REOPENED);

    private InvolvementRule() {}

    /** Why this person may not judge in this step; empty when they had no part in the case. */
    static Optional<Involvement> whyNot(List<Involvement> parts, String login, String step) {
        return parts.stream()
                .filter(each -> each.login().equals(login))
                .filter(each -> !ARBITER.equals(each.role()) && !step.equals(each.step()))
                .min(Comparator.comparing(Involvement::part)
                        .thenComparing(Involvement::from, Comparator.reverseOrder()));
    }

    /** All parts that were taken in one case, told in the order in which it happened. */
    static List<Involvement> parts(List<CaseLine> lines) {
        List<Involvement> parts = new ArrayList<>();
        Owning owning = new Owning(parts);
        for (CaseLine line : lines) {
            part(line).ifPresent(part -> parts.add(at(part, line)));
            owning.follow(line);
        }
        owning.stop(null);
        return parts;
    }

    /** What somebody took part in by what a line tells; having looked is no part. */
    static Optional<Part> part(CaseLine line) {
        return Optional.ofNullable(
                switch (line.kind()) {
                    case TASK_COMPLETED -> completed(line);
                    case TASK_CLAIMED -> Part.TOOK;
                    case TASK_RELEASED -> Part.GAVE_BACK;
                    case TASK_ASSIGNED -> Part.MOVED;
                    case PROMISE_BROKEN -> Part.MISSED;
                    case PROMISE_REASON -> Part.EXPLAINED;
                    case COMMENT -> Part.COMMENTED;
                    case QUESTION -> Part.ASKED;
                    case FACT_CORRECTED, CLAIM_TAKEN, CLAIM_DISMISSED -> Part.CORRECTED;
                    case MERGED -> line.decided() ? Part.JOINED : null;
                    case REOPENED -> Part.REOPENED;
                    default -> {
                        if (!line.kind().ofLead()) {
                            throw new IllegalArgumentException(line.kind() + " stands in no lead's log");
                        }
                        yield null;
                    }
                });
    }

    private static Part completed(CaseLine line) {
        if (SALES_REP.equals(line.role()) && REJECT.equals(line.outcome())) {
            return Part.REJECTED;
        }
        return DISPUTE.equals(line.outcome()) ? Part.CONTESTED : Part.COMPLETED;
    }

    private static Involvement at(Part part, CaseLine line) {
        return new Involvement(
                part, line.person(), line.role(), line.step(), line.stepName(), line.at(), null, line.earlierLap());
    }

    /** Who had the lead from when until when: whoever holds a rep's task of it. */
    private static final class Owning {

        private final List<Involvement> parts;
        private @Nullable CaseLine since;
        private @Nullable String owner;

        Owning(List<Involvement> parts) {
            this.parts = parts;
        }

        void follow(CaseLine line) {
            if (line.kind() == Kind.ENDED) {
                stop(line.at());
            }
            if (!SALES_REP.equals(line.role())) {
                return;
            }
            switch (line.kind()) {
                case TASK_CREATED, TASK_ASSIGNED -> begin(line.to(), line);
                case TASK_CLAIMED -> begin(line.person(), line);
                case TASK_RELEASED, TASK_CANCELLED -> stop(line.at());
                case TASK_COMPLETED -> {
                    if (REJECT.equals(line.outcome())) {
                        stop(line.at());
                    }
                }
                default -> {
                    // tells nothing of who has the lead
                }
            }
        }

        private void begin(@Nullable String login, CaseLine line) {
            if (login == null) {
                stop(line.at());
            } else if (!login.equals(owner)) {
                stop(line.at());
                owner = login;
                since = line;
            }
        }

        void stop(@Nullable Instant until) {
            CaseLine begun = since;
            String login = owner;
            if (begun != null && login != null) {
                parts.add(new Involvement(
                        Part.OWNED,
                        login,
                        begun.role(),
                        begun.step(),
                        begun.stepName(),
                        begun.at(),
                        until,
                        begun.earlierLap()));
            }
            since = null;
            owner = null;
        }
    }
}
