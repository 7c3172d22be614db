package org.leadrelay.bpmn;

import java.util.Set;

/** All that the models may take for granted about the product: the other side of their contract. */
final class Contract {

    /** Registered delegates of service and send tasks. */
    static final Set<String> DELEGATES = Set.of(
            "gatherFacts",
            "checkReachable",
            "chooseRep",
            "assignRep",
            "takeBackLead",
            "notifyLadder",
            "sendTouch",
            "countAttempt");

    /** Registered listeners. */
    static final Set<String> LISTENERS = Set.of("pausePromises", "resumePromises");

    static final Set<String> CLAUSES = Set.of(
            "qualifyLead",
            "completeLead",
            "assignRep",
            "answerQuestion",
            "answerHandOff",
            "makeContact",
            "decideOutcome",
            "reviewRejection",
            "giveVerdict",
            "placeLead");

    static final Set<String> MESSAGES =
            Set.of("lead.engaged", "lead.withdrawn", "lead.questionAsked", "rep.capacityFreed");

    /** Codes of errors that delegates throw: business refusals a model has to answer. */
    static final Set<String> ERRORS = Set.of("repUnavailable");

    static final Set<String> ROLES = Set.of("marketing", "sales-rep", "sales-manager", "arbiter", "process-owner");

    static final Set<String> ENDS = Set.of("won", "lost", "disqualified", "dormant", "withdrawn");

    /** Agreed lists that a field may bind its options to. */
    static final Set<String> OPTION_LISTS = Set.of(
            "charter:rejectionReasons",
            "charter:notReadyReasons",
            "charter:marketingCauses",
            "charter:learned",
            "charter:lostReasons",
            "charter:qualificationAnswers",
            "team:reps");

    /** Names that a form field must not carry, besides the delegates and listeners. */
    static final Set<String> RESERVED_FIELDS =
            Set.of("leadId", "repId", "route", "priority", "lap", "skills", "facts", "due", "remind");

    /** Variables that a new journey has from its start. */
    static final Set<String> PRESET = Set.of(
            "leadId",
            "lap",
            "priority",
            "exhausted",
            "repId",
            "outcome",
            "rejectionReason",
            "learned",
            "cooling",
            "track",
            "reachable",
            "triesLeft");

    /** Variables that delegates set. */
    static final Set<String> SET_BY_DELEGATES =
            Set.of("reachable", "repId", "triesLeft", "attemptsLeft", "nextAttemptAt", "notReadyReason");

    /** Facts that a table may read as {@code facts.name}. */
    static final Set<String> FACTS = Set.of(
            "profileScore",
            "activityScore",
            "visits",
            "secondsOnSite",
            "pagesPerVisit",
            "companySize",
            "touchesSent",
            "lapsLeft",
            "signals",
            "engagement",
            "daysSinceCapture",
            "businessEmail",
            "hasCompany",
            "hasPhone",
            "reachable",
            "complete",
            "meetingAsked",
            "mayMail",
            "mayCall",
            "lastActivity",
            "occupation",
            "seniority",
            "country",
            "source",
            "captureChannel");

    private Contract() {}
}
