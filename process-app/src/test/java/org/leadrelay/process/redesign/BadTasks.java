package org.leadrelay.process.redesign;

import static org.leadrelay.process.redesign.CorpusBuilder.CHECK;
import static org.leadrelay.process.redesign.CorpusBuilder.FOLLOW_UP;
import static org.leadrelay.process.redesign.CorpusBuilder.JOURNEY;
import static org.leadrelay.process.redesign.CorpusBuilder.NURTURE;
import static org.leadrelay.process.redesign.CorpusBuilder.QUALIFY;

import java.util.List;
import org.leadrelay.redesign.gate.Rule;

/** Releases with one fault in a step, a user task or a timer. */
final class BadTasks {

    private final CorpusBuilder corpus;

    private BadTasks(CorpusBuilder corpus) {
        this.corpus = corpus;
    }

    static void add(CorpusBuilder corpus) {
        BadTasks bad = new BadTasks(corpus);
        bad.steps();
        bad.tasks();
        bad.timers();
    }

    private void steps() {
        String step = "camunda:delegateExpression=\"${checkReachable}\"";
        String checks = "Activity_CheckReachable";
        corpus.swap(Rule.STEP_UNKNOWN, checks, JOURNEY, step, step.replace("checkReachable", "dataSource"));
        corpus.swap(Rule.STEP_UNKNOWN, checks, JOURNEY, step, step.replace("checkReachable", "checkReachable.run()"));
        corpus.swap(Rule.STEP_UNKNOWN, checks, JOURNEY, step, step.replace("checkReachable", "pausePromises"));
        corpus.swap(Rule.STEP_UNKNOWN, checks, JOURNEY, step, step.replace("${checkReachable}", "checkReachable"));
        corpus.swap(Rule.STEP_UNKNOWN, checks, JOURNEY, step, "");
        corpus.swap(Rule.STEP_ASYNC, checks, JOURNEY, CHECK, step);
        corpus.swap(
                Rule.STEP_ASYNC,
                "Activity_SendTouch",
                NURTURE,
                "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${sendTouch}\"",
                "camunda:asyncBefore=\"false\" camunda:delegateExpression=\"${sendTouch}\"");
        corpus.swap(
                Rule.STEP_ERROR,
                "Activity_AssignRep",
                JOURNEY,
                "<bpmn:errorEventDefinition id=\"ErrorEventDefinition_RepUnavailable\""
                        + " errorRef=\"Error_RepUnavailable\" />",
                "<bpmn:messageEventDefinition messageRef=\"Message_RepCapacityFreed\" />");
        corpus.swap(Rule.LISTENER_UNKNOWN, "Event_QuestionAsked", JOURNEY, "${pausePromises}", "${gatherFacts}");
        corpus.swap(Rule.LISTENER_UNKNOWN, "Event_QuestionAsked", JOURNEY, "${pausePromises}", "${endTrace}");
        String extensions =
                "<bpmn:serviceTask id=\"Activity_GatherFacts\" name=\"Gather facts\" camunda:asyncBefore=\"true\""
                        + " camunda:delegateExpression=\"${gatherFacts}\">";
        for (String retries : List.of("sometimes", "P2W", "R/PT1M")) {
            corpus.swap(
                    Rule.RETRIES,
                    "Activity_GatherFacts",
                    JOURNEY,
                    extensions,
                    extensions + "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>" + retries
                            + "</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>");
        }
        corpus.swap(
                Rule.ERROR_UNKNOWN,
                "Error_RepUnavailable",
                JOURNEY,
                "errorCode=\"repUnavailable\"",
                "errorCode=\"repOnHoliday\"");
        corpus.swap(
                Rule.MESSAGE_UNKNOWN, "Message_LeadEngaged", NURTURE, "name=\"lead.engaged\"", "name=\"lead.danced\"");
        corpus.swap(
                Rule.MESSAGE_NEEDED,
                "lead-journey",
                JOURNEY,
                "id=\"MessageEventDefinition_LeadWithdrawn\" messageRef=\"Message_LeadWithdrawn\"",
                "id=\"MessageEventDefinition_LeadWithdrawn\" messageRef=\"Message_RepCapacityFreed\"");
    }

    private void tasks() {
        String id = "Activity_QualifyLead";
        corpus.swap(Rule.TASK_NAME, id, JOURNEY, QUALIFY, QUALIFY.replace("Qualify lead", " "));
        corpus.swap(Rule.TASK_ROLE, id, JOURNEY, QUALIFY, QUALIFY.replace("\"marketing\"", "\"wizards\""));
        corpus.swap(Rule.TASK_ROLE, id, JOURNEY, QUALIFY, QUALIFY.replace("\"marketing\"", "\"marketing,arbiter\""));
        corpus.swap(
                Rule.TASK_ROLE, id, JOURNEY, QUALIFY, QUALIFY.replace(" camunda:candidateGroups=\"marketing\"", ""));
        corpus.swap(Rule.TASK_LANE, id, JOURNEY, QUALIFY, QUALIFY.replace("\"marketing\"", "\"sales-rep\""));
        corpus.swap(Rule.TASK_LANE, id, JOURNEY, "<bpmn:flowNodeRef>Activity_QualifyLead</bpmn:flowNodeRef>", "");
        corpus.swap(
                Rule.TASK_LANE,
                "Activity_GiveVerdict",
                JOURNEY,
                "id=\"Lane_Arbiter\" name=\"arbiter\"",
                "id=\"Lane_Arbiter\" name=\"Judge\"");
        corpus.swap(
                Rule.TASK_ASSIGNEE, id, JOURNEY, QUALIFY, QUALIFY.replace(" name", " camunda:assignee=\"ada\" name"));
        corpus.swap(
                Rule.TASK_ASSIGNEE,
                id,
                JOURNEY,
                QUALIFY,
                QUALIFY.replace(" name", " camunda:assignee=\"${repId == null ? leadId : repId}\" name"));
        corpus.swap(
                Rule.TASK_FORM_KEY,
                id,
                JOURNEY,
                QUALIFY,
                QUALIFY.replace(" name", " camunda:formKey=\"embedded:x\" name"));
        corpus.swap(
                Rule.TASK_PRIORITY, id, JOURNEY, QUALIFY, QUALIFY.replace(" name", " camunda:priority=\"high\" name"));
        corpus.swap(
                Rule.TASK_PRIORITY,
                "Activity_CheckReachable",
                JOURNEY,
                CHECK,
                CHECK + " camunda:jobPriority=\"first\"");
        for (String due : List.of("tomorrow", "${remind.qualifyLead}", "${nextStepDate}", "2027-02-30", "P2W")) {
            corpus.swap(Rule.TASK_DUE, id, JOURNEY, QUALIFY, QUALIFY.replace("${due.qualifyLead}", due));
        }
    }

    private void timers() {
        corpus.swap(
                Rule.CLAUSE_UNKNOWN,
                "Activity_QualifyLead",
                JOURNEY,
                QUALIFY,
                QUALIFY.replace("due.qualifyLead", "due.qualify"));
        corpus.swap(Rule.CLAUSE_UNKNOWN, "Event_AssignOverdue", JOURNEY, "${due.assignRep}", "${due.assign}");
        String wait = "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">${touchWait}</bpmn:timeDuration>";
        corpus.swap(
                Rule.TIMER_REPEATS,
                "Event_TouchDue",
                NURTURE,
                wait,
                "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R3/PT1H</bpmn:timeCycle>");
        for (String other : List.of("soon", "P2W", "PT0S", "P0D", "3 days", "2027-01-31", "")) {
            corpus.swap(Rule.TIMER_VALUE, "Event_TouchDue", NURTURE, wait, wait.replace("${touchWait}", other));
        }
        String day = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${nextStepDate}</bpmn:timeDate>";
        for (String other : List.of("P3D", "2027-02-30T09:00:00Z", "31.01.2027", "${nextStepDate == null}")) {
            corpus.swap(Rule.TIMER_VALUE, "Event_NextStepDue", FOLLOW_UP, day, day.replace("${nextStepDate}", other));
        }
        corpus.swap(Rule.TIMER_VALUE, "Event_TouchDue", NURTURE, wait, "");
        String overdue = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${due.makeContact}</bpmn:timeDate>";
        corpus.swap(
                Rule.TIMER_CLAUSE,
                "Event_ContactOverdue",
                FOLLOW_UP,
                overdue,
                overdue.replace("makeContact", "decideOutcome"));
        corpus.swap(
                Rule.EXPRESSION_NAME,
                "Event_ContactOverdue",
                FOLLOW_UP,
                overdue,
                overdue.replace("timeDate", "timeDuration"));
    }
}
