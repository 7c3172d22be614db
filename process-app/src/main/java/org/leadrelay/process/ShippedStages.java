package org.leadrelay.process;

import static java.util.Map.entry;

import java.util.Map;
import org.leadrelay.board.Stage;

/**
 * Registry of the stages in the versions that the product shipped before its models named them. It holds for those alone: a release
 * that names stages is read by its own words.
 */
final class ShippedStages {

    static final Map<String, Map<String, Stage>> BY_MODEL = Map.of(
            "lead-journey",
            Map.ofEntries(
                    entry("Event_LeadCaptured", Stage.CAPTURED),
                    entry("Activity_RateMaturity", Stage.MATURE),
                    entry("Activity_AnswerHandOff", Stage.HANDED_OVER),
                    entry("Flow_Accepted", Stage.ACCEPTED),
                    entry("Flow_Rejected", Stage.REJECTED),
                    entry("Flow_AnswerOverdue", Stage.MISSED),
                    entry("Activity_ReviewRejection", Stage.REVIEWED),
                    entry("Activity_GiveVerdict", Stage.JUDGED),
                    entry("Flow_NotReady", Stage.NOT_READY),
                    entry("Flow_NextLap", Stage.RECYCLED)),
            "lead-nurture",
            Map.of("Activity_RateMaturity", Stage.MATURE),
            "lead-follow-up",
            Map.of(
                    "Flow_Reached", Stage.CONTACTED,
                    "Flow_NextStep", Stage.BUYERS_DAY,
                    "Flow_NextStepDue", Stage.CONTACTED,
                    "Flow_EngagedBeforeNextStep", Stage.CONTACTED));

    private ShippedStages() {}
}
