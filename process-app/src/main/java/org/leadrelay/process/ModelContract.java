package org.leadrelay.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.Stage;
import org.leadrelay.lead.Journey;
import org.leadrelay.nurture.Touches;
import org.leadrelay.opening.OpeningPlay;
import org.leadrelay.opening.Play;
import org.leadrelay.redesign.gate.Surroundings;

/**
 * Constants of the contract with the BPMN models: keys, messages, variables. The few element ids that it relies on are
 * in {@link org.leadrelay.lead.KnownElement}.
 */
public final class ModelContract {

    public static final String LEAD_JOURNEY = "lead-journey";

    public static final String ENGAGED = "lead.engaged";
    public static final String WITHDRAWN = "lead.withdrawn";
    public static final String WIN_TAKEN_BACK = "lead.winTakenBack";
    public static final String QUESTION_ASKED = "lead.questionAsked";
    public static final String CAPACITY_FREED = "rep.capacityFreed";

    /** Whoever was named can no longer take a lead. */
    public static final String REP_UNAVAILABLE = "repUnavailable";

    public static final String LEAD_ID = "leadId";
    public static final String REP_ID = "repId";
    public static final String LAP = "lap";
    public static final String PRIORITY = "priority";
    public static final String NORMAL = "normal";
    public static final String FACTS = "facts";
    public static final String OUTCOME = "outcome";

    /** The outcome that renews a promise to the day in {@link #NEXT_STEP_DATE}. */
    public static final String NEXT_STEP = "nextStep";

    public static final String NEXT_STEP_DATE = "nextStepDate";

    /** Which skills a rep must have for this lead, separated by spaces. */
    public static final String SKILLS = "skills";

    /**
     * What conditions may ask for before a step has answered it: an expression reads null where such a variable is not
     * there, as a journey of an older version has it for each of them.
     */
    public static final Set<String> UNANSWERED = Set.of(
            REP_ID,
            OUTCOME,
            "rejectionReason",
            "learned",
            "cooling",
            "track",
            "reachable",
            "triesLeft",
            "fit",
            "maturity",
            "route",
            "recycle",
            "sameRep");

    /** Variables that an expression may read, besides what a model itself brings into being. */
    public static final Set<String> VARIABLES = Set.of(
            LEAD_ID,
            "route",
            PRIORITY,
            "fit",
            "maturity",
            "track",
            "cooling",
            LAP,
            REP_ID,
            SKILLS,
            OUTCOME,
            "rejectionReason",
            "notReadyReason",
            "learned",
            "reachable",
            "triesLeft",
            "attemptsLeft",
            "nextAttemptAt",
            NEXT_STEP_DATE,
            "exhausted",
            "touchWait",
            "touchKind",
            "touchTemplate",
            "recycle",
            "sameRep");

    /** Names that Java or the resolvers use: no form field may carry them. */
    public static final Set<String> RESERVED =
            Set.of(LEAD_ID, REP_ID, "route", PRIORITY, LAP, SKILLS, FACTS, "due", "remind");

    public static final Set<String> MESSAGES =
            Set.of(ENGAGED, WITHDRAWN, WIN_TAKEN_BACK, QUESTION_ASKED, CAPACITY_FREED);

    /** Ways in which a lead's journey ends, as end events say them. */
    public static final Set<String> ENDS = Set.copyOf(Journey.ENDS);

    /** What elements and flows may mean to the boards. */
    public static final Set<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::code).collect(Collectors.toUnmodifiableSet());

    /** What a table may plan as the next touch. */
    public static final Set<String> TOUCH_KINDS = Touches.KINDS;

    /** Tables that people read and no model asks. */
    public static final Map<String, Surroundings.ReadTable> FOR_READING =
            Map.of(OpeningPlay.TABLE, new Surroundings.ReadTable(OpeningPlay.OUTPUT, Play.PARTS));

    private ModelContract() {}

    /** What every journey has from its first moment. */
    public static Map<String, Object> presets(UUID leadId) {
        return Map.of(LEAD_ID, leadId.toString(), LAP, 1L, PRIORITY, NORMAL, "exhausted", false);
    }

    /** What a journey has from its first moment that goes on where one was won by mistake. */
    public static Map<String, @Nullable Object> presetsAfter(Journey won, String rep) {
        Map<String, @Nullable Object> presets = new HashMap<>(presets(won.leadId()));
        presets.put(LAP, won.lap());
        presets.put(PRIORITY, won.priority() == null ? NORMAL : won.priority());
        presets.put("fit", won.fit());
        presets.put("maturity", won.maturity());
        presets.put("route", won.route());
        presets.put("track", won.track());
        presets.put(REP_ID, rep);
        presets.put(OUTCOME, Journey.WON);
        presets.values().removeIf(Objects::isNull);
        return presets;
    }

    /**
     * The lead of this execution.
     *
     * @throws IllegalStateException when the instance carries no lead as its business key
     */
    public static UUID lead(DelegateExecution execution) {
        return leadOf(execution)
                .orElseThrow(() -> new IllegalStateException("the instance "
                        + execution.getProcessInstanceId()
                        + " has no lead id as its business key: a call"
                        + " activity passes <camunda:in"
                        + " businessKey=\"${leadId}\"/>"));
    }

    /** The lead of this execution, or empty for a process that is not about one lead. */
    public static Optional<UUID> leadOf(DelegateExecution execution) {
        return leadOf(((ExecutionEntity) execution).getProcessBusinessKey());
    }

    /** The lead of this business key. */
    public static Optional<UUID> leadOf(@Nullable String key) {
        return key != null && key.length() == 36 ? Optional.of(UUID.fromString(key)) : Optional.empty();
    }

    /** Which pass of the journey runs, counted from 1. */
    public static long lap(DelegateExecution execution) {
        return execution.getVariable(LAP) instanceof Number lap ? lap.longValue() : 1L;
    }

    /** A text variable, or null when it is not set. */
    public static @Nullable String text(DelegateExecution execution, String variable) {
        return execution.getVariable(variable) instanceof String value ? value : null;
    }
}
