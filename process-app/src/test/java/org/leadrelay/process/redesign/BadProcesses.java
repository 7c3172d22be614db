package org.leadrelay.process.redesign;

import static org.leadrelay.process.redesign.CorpusBuilder.FIRST_FLOW;
import static org.leadrelay.process.redesign.CorpusBuilder.FOLLOW_UP;
import static org.leadrelay.process.redesign.CorpusBuilder.JOURNEY;
import static org.leadrelay.process.redesign.CorpusBuilder.NURTURE;
import static org.leadrelay.process.redesign.CorpusBuilder.PLANE_END;
import static org.leadrelay.process.redesign.CorpusBuilder.edge;
import static org.leadrelay.process.redesign.CorpusBuilder.shape;

import java.util.List;
import java.util.Map;
import org.leadrelay.redesign.gate.Rule;

/** Releases with one fault in a process as a whole, or in how processes begin and end. */
final class BadProcesses {

    private final CorpusBuilder corpus;

    private BadProcesses(CorpusBuilder corpus) {
        this.corpus = corpus;
    }

    static void add(CorpusBuilder corpus) {
        BadProcesses bad = new BadProcesses(corpus);
        bad.frame();
        bad.starts();
        bad.whole();
    }

    private void frame() {
        corpus.put(
                Rule.PROCESS_ONE,
                "lead-second",
                NURTURE,
                "<bpmn:message ",
                "<bpmn:process id=\"lead-second\" isExecutable=\"true\" camunda:historyTimeToLive=\"P180D\" />");
        Map<String, String> renamed = corpus.shipped();
        renamed.replaceAll((name, text) -> text.replace("lead-nurture", "LeadNurture"));
        corpus.add(Rule.PROCESS_ID, "LeadNurture", "a process id with capitals", renamed);
        corpus.swap(
                Rule.PROCESS_EXECUTABLE, "lead-nurture", NURTURE, "isExecutable=\"true\"", "isExecutable=\"false\"");
        corpus.swap(Rule.PROCESS_EXECUTABLE, "lead-nurture", NURTURE, " isExecutable=\"true\"", "");
        String kept = "camunda:historyTimeToLive=\"P180D\"";
        for (String other : List.of("P0D", "P1D", "180", "P1Y", "P4000D", "")) {
            corpus.swap(
                    Rule.TIME_TO_LIVE, "lead-nurture", NURTURE, kept, "camunda:historyTimeToLive=\"" + other + "\"");
        }
        corpus.swap(Rule.TIME_TO_LIVE, "lead-follow-up", FOLLOW_UP, kept, "");
        Map<String, String> without = corpus.shipped();
        without.remove(JOURNEY);
        corpus.add(Rule.PROCESS_MISSING, null, "no journey", without);
        Map<String, String> unused = corpus.shipped();
        unused.put("lead-extra.bpmn", String.valueOf(unused.get(NURTURE)).replace("lead-nurture", "lead-extra"));
        corpus.add(Rule.PROCESS_UNUSED, "lead-extra", "a process that nobody calls", unused);
        corpus.swap(
                Rule.ID_TWICE,
                "Event_ContactOverdue",
                FOLLOW_UP,
                "<bpmn:boundaryEvent id=\"Event_ContactReminder\"",
                "<bpmn:boundaryEvent id=\"Event_ContactOverdue\"");
        corpus.change(
                Rule.ID_FORM,
                "Activity Notify",
                FOLLOW_UP,
                "an id with a blank",
                text -> text.replace("Activity_NotifyMakeContact", "Activity Notify"));
        corpus.change(
                Rule.ID_FORM,
                "Activity_" + "N".repeat(120),
                FOLLOW_UP,
                "an id that is too long",
                text -> text.replace("Activity_NotifyMakeContact", "Activity_" + "N".repeat(120)));
        corpus.swap(
                Rule.TOO_LONG,
                "Activity_MakeContact",
                FOLLOW_UP,
                "name=\"Make contact\"",
                "name=\"" + "M".repeat(201) + "\"");
        corpus.swap(
                Rule.REFERENCE,
                "Flow_Qualified",
                JOURNEY,
                "sourceRef=\"Activity_QualifyLead\"",
                "sourceRef=\"Activity_Nowhere\"");
        corpus.swap(
                Rule.REFERENCE,
                "Event_ContactReminder",
                FOLLOW_UP,
                "attachedToRef=\"Activity_MakeContact\"",
                "attachedToRef=\"Gateway_Reached\"");
        corpus.swap(
                Rule.REFERENCE,
                "Event_Engaged",
                NURTURE,
                "id=\"MessageEventDefinition_Engaged\" messageRef=\"Message_LeadEngaged\"",
                "id=\"MessageEventDefinition_Engaged\" messageRef=\"Message_Gone\"");
        corpus.swap(
                Rule.REFERENCE,
                "Event_Engaged",
                NURTURE,
                "id=\"MessageEventDefinition_Engaged\" messageRef=\"Message_LeadEngaged\"",
                "id=\"MessageEventDefinition_Engaged\"");
        corpus.swap(
                Rule.REFERENCE,
                "Event_RepUnavailable",
                JOURNEY,
                "errorRef=\"Error_RepUnavailable\"",
                "errorRef=\"Message_LeadWithdrawn\"");
        corpus.swap(Rule.REFERENCE, "Gateway_Route", JOURNEY, "default=\"Flow_Nurture\"", "default=\"Flow_Gone\"");
        corpus.swap(
                Rule.REFERENCE,
                "Lane_Arbiter",
                JOURNEY,
                "<bpmn:flowNodeRef>Gateway_Verdict</bpmn:flowNodeRef>",
                "<bpmn:flowNodeRef>Gateway_Gone</bpmn:flowNodeRef>");
        corpus.swap(
                Rule.REFERENCE,
                "Participant_LeadJourney",
                JOURNEY,
                "processRef=\"lead-journey\"",
                "processRef=\"lead-other\"");
        corpus.put(Rule.REFERENCE, "Activity_Erased", JOURNEY, PLANE_END, shape("Activity_Erased"));
        corpus.change(
                Rule.NOT_DRAWN,
                "Activity_MakeContact",
                FOLLOW_UP,
                "a task without a shape",
                text -> text.replaceAll(
                        "(?s)<bpmndi:BPMNShape id=\"Activity_MakeContact_di\".*?</bpmndi:BPMNShape>", ""));
        corpus.change(
                Rule.NOT_DRAWN,
                "Lane_SalesRep",
                FOLLOW_UP,
                "a lane without a shape",
                text -> text.replaceAll("(?s)<bpmndi:BPMNShape id=\"Lane_SalesRep_di\".*?</bpmndi:BPMNShape>", ""));
        corpus.change(
                Rule.NOT_DRAWN,
                "Flow_Reached",
                FOLLOW_UP,
                "a flow without an edge",
                text -> text.replaceAll("(?s)<bpmndi:BPMNEdge id=\"Flow_Reached_di\".*?</bpmndi:BPMNEdge>", ""));
        corpus.change(
                Rule.NOT_DRAWN,
                "Flow_Captured",
                JOURNEY,
                "a flow without a way",
                text -> text.replaceAll(
                        "(?s)(<bpmndi:BPMNEdge id=\"Flow_Captured_di\"[^>]*>\\s*<di:waypoint"
                                + " [^>]*/>).*?</bpmndi:BPMNEdge>",
                        "$1</bpmndi:BPMNEdge>"));
    }

    private void starts() {
        corpus.swap(
                Rule.START_ONE,
                "Event_StartedToo",
                JOURNEY,
                FIRST_FLOW,
                "<bpmn:startEvent id=\"Event_StartedToo\" name=\"Started"
                        + " too\"><bpmn:outgoing>Flow_Too</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow"
                        + " id=\"Flow_Too\" sourceRef=\"Event_StartedToo\" targetRef=\"Activity_GatherFacts\" />"
                        + FIRST_FLOW,
                PLANE_END,
                shape("Event_StartedToo") + edge("Flow_Too") + PLANE_END);
        corpus.swap(
                Rule.START_ONE,
                "lead-journey",
                JOURNEY,
                "<bpmn:outgoing>Flow_Captured</bpmn:outgoing>",
                "<bpmn:outgoing>Flow_Captured</bpmn:outgoing>"
                        + "<bpmn:messageEventDefinition messageRef=\"Message_LeadWinTakenBack\" />");
        corpus.swap(
                Rule.START_EVENT,
                "Event_WinTakenBack",
                JOURNEY,
                "<bpmn:messageEventDefinition id=\"MessageEventDefinition_WinTakenBack\""
                        + " messageRef=\"Message_LeadWinTakenBack\" />",
                "<bpmn:timerEventDefinition><bpmn:timeDuration"
                        + " xsi:type=\"bpmn:tFormalExpression\">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>");
        corpus.swap(
                Rule.START_EVENT,
                "Event_WinTakenBack",
                JOURNEY,
                "id=\"MessageEventDefinition_WinTakenBack\" messageRef=\"Message_LeadWinTakenBack\"",
                "id=\"MessageEventDefinition_WinTakenBack\" messageRef=\"Message_RepCapacityFreed\"");
        corpus.swap(
                Rule.START_EVENT,
                "Event_NurtureAgain",
                NURTURE,
                "<bpmn:sequenceFlow id=\"Flow_NurtureStarted\"",
                "<bpmn:startEvent id=\"Event_NurtureAgain\""
                        + " name=\"Engaged\"><bpmn:outgoing>Flow_Again</bpmn:outgoing><bpmn:messageEventDefinition"
                        + " messageRef=\"Message_LeadEngaged\" /></bpmn:startEvent><bpmn:sequenceFlow id=\"Flow_Again\""
                        + " sourceRef=\"Event_NurtureAgain\" targetRef=\"Gateway_Cooling\" /><bpmn:sequenceFlow"
                        + " id=\"Flow_NurtureStarted\"",
                PLANE_END,
                shape("Event_NurtureAgain") + edge("Flow_Again") + PLANE_END);
        corpus.swap(
                Rule.START_TIMER,
                "Event_QuestionAsked",
                JOURNEY,
                "<bpmn:messageEventDefinition id=\"MessageEventDefinition_QuestionAsked\""
                        + " messageRef=\"Message_LeadQuestionAsked\" />",
                "<bpmn:timerEventDefinition><bpmn:timeDuration"
                        + " xsi:type=\"bpmn:tFormalExpression\">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>");
        String won = "<camunda:property name=\"leadEnd\" value=\"won\" />";
        corpus.swap(Rule.END_KIND, "Event_Won", JOURNEY, won, "");
        corpus.swap(Rule.END_KIND, "Event_Won", JOURNEY, won, won.replace("\"won\"", "\"victory\""));
        String property =
                "<bpmn:extensionElements><camunda:properties><camunda:property name=\"leadEnd\" value=\"lost\" />"
                        + "</camunda:properties></bpmn:extensionElements>";
        String notice = "<bpmn:endEvent id=\"Event_QualifyLeadNotified\" name=\"Notice given\">";
        corpus.swap(Rule.END_SIDE, "Event_QualifyLeadNotified", JOURNEY, notice, notice + property);
        String lost = "<bpmn:endEvent id=\"Event_DealLost\" name=\"Deal lost\">";
        corpus.swap(Rule.END_SIDE, "Event_DealLost", FOLLOW_UP, lost, lost + property);
        String accepted = "<camunda:property name=\"stage\" value=\"accepted\" />";
        corpus.swap(
                Rule.STAGE_UNKNOWN, "Flow_Accepted", JOURNEY, accepted, accepted.replace("\"accepted\"", "\"taken\""));
    }

    private void whole() {
        for (String id : List.of("Activity_QualifyLead", "Activity_AnswerHandOff", "Activity_GiveVerdict")) {
            corpus.change(Rule.RELIED_ON, id, JOURNEY, id + " renamed", text -> text.replace(id, id + "Anew"));
        }
        corpus.change(
                Rule.RELIED_ON,
                "Activity_MakeContact",
                FOLLOW_UP,
                "Activity_MakeContact renamed",
                text -> text.replace("Activity_MakeContact", "Activity_CallBuyer"));
        String counted = "camunda:delegateExpression=\"${countAttempt}\">";
        corpus.swap(
                Rule.ENGINE,
                "Activity_CountAttempt",
                FOLLOW_UP,
                counted,
                counted
                        + "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R5/PT10M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>");
        corpus.swap(
                Rule.ENGINE,
                "Gateway_WaitForTouch",
                NURTURE,
                "<bpmn:sequenceFlow id=\"Flow_AwaitTouch\"",
                "<bpmn:sequenceFlow id=\"Flow_SendNow\" sourceRef=\"Gateway_WaitForTouch\""
                        + " targetRef=\"Activity_SendTouch\" /><bpmn:sequenceFlow id=\"Flow_AwaitTouch\"",
                PLANE_END,
                edge("Flow_SendNow") + PLANE_END);
        Map<String, String> words = corpus.shipped();
        words.put("lead-journey_de.properties", "Activity_QualifyLead=\\uZZZZ");
        corpus.add(Rule.WORDS_MALFORMED, null, "words that are none", words);
    }
}
