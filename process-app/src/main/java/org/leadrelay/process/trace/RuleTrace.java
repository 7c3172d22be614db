package org.leadrelay.process.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Journeys;
import org.leadrelay.process.ModelContract;
import org.springframework.stereotype.Component;

/**
 * Listener of rule tasks: evaluates only with facts at hand; each output becomes the variable of its name; each
 * answer a line.
 */
@Component
class RuleTrace {

    private static final Set<String> RATINGS = Set.of("fit", "maturity", "route", "priority", "track", "lap");
    private static final String LAP = "lap";

    private final TraceLines lines;
    private final DecisionTrace decisions;
    private final LeadPositions whereabouts;
    private final HandOffs handOffs;
    private final Journeys journeys;

    RuleTrace(
            TraceLines lines,
            DecisionTrace decisions,
            LeadPositions whereabouts,
            HandOffs handOffs,
            Journeys journeys) {
        this.lines = lines;
        this.decisions = decisions;
        this.whereabouts = whereabouts;
        this.handOffs = handOffs;
        this.journeys = journeys;
    }

    /**
     * Without facts every input is null and the default row wins in silence; so the token stops
     * here instead.
     */
    ExecutionListener guard() {
        return execution -> {
            if (!(execution.getVariable(ModelContract.FACTS) instanceof Map)) {
                throw new IllegalStateException(execution.getCurrentActivityId()
                        + " is asked without facts: put a step with ${gatherFacts} directly before it, with no"
                        + " wait and no async between");
            }
        };
    }

    ExecutionListener outcome() {
        return execution -> {
            if (((ExecutionEntity) execution).isCanceled()) {
                return;
            }
            copyOutputs(execution);
        };
    }

    private void copyOutputs(DelegateExecution execution) {
        DmnDecisionResult result =
                (DmnDecisionResult) execution.getVariable(DecisionEvaluationUtil.DECISION_RESULT_VARIABLE);
        DmnDecisionResultEntries row = result == null || result.isEmpty() ? null : result.getSingleResult();
        if (row == null) {
            throw new IllegalStateException(execution.getCurrentActivityId()
                    + ": no row of the table matched; give it a last row for the rest");
        }
        DecisionTrace.Decided decided = decisions.take();
        // before the answers are set: one may have the name of what its cell read
        Map<String, @Nullable Object> beside = decided == null ? Map.of() : DecisionDetails.beside(decided, execution);
        HashMap<String, Object> outputs = new HashMap<>();
        row.getEntryMap().forEach((name, value) -> {
            execution.setVariable(name, value);
            if (value != null) {
                outputs.put(name, value);
            }
        });
        ModelContract.leadOf(execution).ifPresent(lead -> {
            HashMap<String, Object> ratings = new HashMap<>(outputs);
            ratings.keySet().retainAll(RATINGS);
            if (!ratings.isEmpty()) {
                whereabouts.rated(lead, ratings);
            }
            if (outputs.containsKey(LAP)) {
                leaveRep(lead);
            }
            tell(lead, execution, decided, beside, outputs);
        });
    }

    private void tell(
            UUID lead,
            DelegateExecution execution,
            DecisionTrace.@Nullable Decided decided,
            Map<String, @Nullable Object> beside,
            Map<String, Object> outputs) {
        ExecutionEntity entity = (ExecutionEntity) execution;
        if (decided == null) {
            lines.add(lead, Kind.DECISION, entity, Map.of("outputs", DecisionDetails.listed(outputs)));
        } else {
            Map<String, @Nullable Object> facts = new HashMap<>(beside);
            facts.put(ModelContract.FACTS, execution.getVariable(ModelContract.FACTS));
            lines.decision(
                    lead,
                    entity,
                    DecisionDetails.of(decided, beside, outputs),
                    DecisionDetails.sheet(decided, facts, outputs));
        }
    }

    /** A new lap begins without a rep: the one who had the lead may take another meanwhile. */
    private void leaveRep(UUID lead) {
        handOffs.released(lead);
        journeys.owner(lead, null);
    }
}
