package org.leadrelay.process.redesign;

import static org.leadrelay.process.redesign.CorpusBuilder.DECIDE_FLOW;
import static org.leadrelay.process.redesign.CorpusBuilder.FOLLOW_UP;
import static org.leadrelay.process.redesign.CorpusBuilder.JOURNEY;
import static org.leadrelay.process.redesign.CorpusBuilder.NURTURE;
import static org.leadrelay.process.redesign.CorpusBuilder.PLANE_END;
import static org.leadrelay.process.redesign.CorpusBuilder.edge;
import static org.leadrelay.process.redesign.CorpusBuilder.shape;
import static org.leadrelay.process.redesign.CorpusBuilder.swapped;

import java.util.Map;
import org.leadrelay.redesign.gate.Rule;

/** Releases with one fault in what models ask of one another, or in the ways through them. */
final class BadFlows {

    private final CorpusBuilder corpus;

    private BadFlows(CorpusBuilder corpus) {
        this.corpus = corpus;
    }

    static void add(CorpusBuilder corpus) {
        BadFlows bad = new BadFlows(corpus);
        bad.calls();
        bad.gateways();
        bad.paths();
    }

    private void calls() {
        String follow = "calledElement=\"lead-follow-up\" camunda:calledElementBinding=\"deployment\"";
        String id = "Activity_FollowUp";
        corpus.swap(Rule.CALL_UNKNOWN, id, JOURNEY, follow, follow.replace("lead-follow-up", "lead-follow-on"));
        corpus.swap(Rule.CALL_UNKNOWN, id, JOURNEY, follow, "camunda:calledElementBinding=\"deployment\"");
        corpus.swap(Rule.CALL_BINDING, id, JOURNEY, follow, follow.replace("\"deployment\"", "\"latest\""));
        corpus.swap(Rule.CALL_BINDING, id, JOURNEY, follow, "calledElement=\"lead-follow-up\"");
        corpus.swap(Rule.CALL_BINDING, id, JOURNEY, follow, follow.replace("\"deployment\"", "\"version\""));
        String key = "<camunda:in businessKey=\"${leadId}\" />";
        corpus.swap(Rule.CALL_KEY, "Activity_Nurture", JOURNEY, key, "");
        corpus.swap(Rule.CALL_KEY, "Activity_Nurture", JOURNEY, key, key.replace("leadId", "repId"));
        corpus.swap(
                Rule.CALL_LEAD, "Activity_Nurture", JOURNEY, "<camunda:in source=\"leadId\" target=\"leadId\" />", "");
        String out = "<camunda:out source=\"outcome\" target=\"outcome\" />";
        corpus.swap(Rule.CALL_VARIABLES, id, JOURNEY, out, out + "<camunda:out variables=\"all\" />");
        corpus.swap(
                Rule.CALL_VARIABLES,
                id,
                JOURNEY,
                out,
                out + "<camunda:out sourceExpression=\"x\" target=\"learned\" />");
        corpus.swap(Rule.CALL_VARIABLES, id, JOURNEY, out, out + "<camunda:out source=\"learned\" />");
        Map<String, String> back = corpus.shipped();
        back.put(
                NURTURE,
                swapped(
                        NURTURE,
                        swapped(
                                NURTURE,
                                String.valueOf(back.get(NURTURE)),
                                "<bpmn:sendTask id=\"Activity_SendTouch\" name=\"Send touch\""
                                        + " camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${sendTouch}\">",
                                "<bpmn:callActivity id=\"Activity_SendTouch\" name=\"Send touch\""
                                        + " camunda:asyncBefore=\"true\" calledElement=\"lead-journey\""
                                        + " camunda:calledElementBinding=\"deployment\"><bpmn:extensionElements>"
                                        + key
                                        + "<camunda:in source=\"leadId\" target=\"leadId\""
                                        + " /></bpmn:extensionElements>"),
                        "</bpmn:sendTask>",
                        "</bpmn:callActivity>"));
        corpus.add(Rule.CALL_CYCLE, "Activity_SendTouch", "a call that comes back", back);
        String fit = "camunda:decisionRef=\"lead-fit\" camunda:decisionRefBinding=\"deployment\"";
        corpus.swap(Rule.DECISION_UNKNOWN, "Activity_RateFit", JOURNEY, fit, fit.replace("lead-fit", "lead-fitness"));
        corpus.swap(
                Rule.DECISION_UNKNOWN, "Activity_RateFit", JOURNEY, fit, "camunda:decisionRefBinding=\"deployment\"");
        corpus.swap(
                Rule.DECISION_BINDING, "Activity_RateFit", JOURNEY, fit, fit.replace("\"deployment\"", "\"latest\""));
        corpus.swap(Rule.DECISION_BINDING, "Activity_RateFit", JOURNEY, fit, "camunda:decisionRef=\"lead-fit\"");
        corpus.swap(Rule.DECISION_RESULT, "Activity_RateFit", JOURNEY, fit, fit + " camunda:resultVariable=\"fit\"");
        corpus.swap(
                Rule.DECISION_RESULT,
                "Activity_RateFit",
                JOURNEY,
                fit,
                fit + " camunda:mapDecisionResult=\"singleEntry\"");
        corpus.swap(Rule.DECISION_FACTS, "Activity_RateFit", JOURNEY, fit, fit + " camunda:asyncBefore=\"true\"");
        corpus.swap(
                Rule.DECISION_FACTS,
                "Activity_RequireSkills",
                JOURNEY,
                "name=\"Gather facts for skills\" camunda:asyncBefore=\"true\""
                        + " camunda:delegateExpression=\"${gatherFacts}\"",
                "name=\"Gather facts for skills\" camunda:asyncBefore=\"true\""
                        + " camunda:delegateExpression=\"${notifyLadder}\"");
        corpus.swap(
                Rule.DECISION_FACTS,
                "Activity_RateFit",
                JOURNEY,
                "<bpmn:serviceTask id=\"Activity_GatherFacts\" name=\"Gather facts\"",
                "<bpmn:serviceTask id=\"Activity_GatherFacts\" camunda:asyncAfter=\"true\" name=\"Gather facts\"");
        Map<String, String> missing = corpus.shipped();
        missing.remove("nurture-track.dmn");
        corpus.add(Rule.DECISION_UNKNOWN, "Activity_PlanTouch", "a table is left out", missing);
        Map<String, String> alone = corpus.shipped();
        alone.remove(NURTURE);
        corpus.add(Rule.CALL_UNKNOWN, "Activity_Nurture", "a called process is left out", alone);
    }

    private void gateways() {
        corpus.swap(Rule.GATEWAY_DEFAULT, "Gateway_Reached", FOLLOW_UP, " default=\"Flow_NotReached\"", "");
        corpus.swap(
                Rule.GATEWAY_ANSWER,
                "Flow_Reached",
                FOLLOW_UP,
                "id=\"Flow_Reached\" name=\"yes\"",
                "id=\"Flow_Reached\"");
        corpus.swap(Rule.GATEWAY_CONDITION, "Flow_SalesReady", JOURNEY, DECIDE_FLOW, "");
        corpus.condition(Rule.GATEWAY_CONDITION, "outcome == 'salesReady'");
        corpus.condition(Rule.CONDITION_VALUE, "${outcome == 'salesReday'}");
        corpus.swap(Rule.CONDITION_VALUE, "Flow_HandOff", JOURNEY, "${route == 'handOff'}", "${route == 'handoff'}");
        corpus.condition(Rule.VARIABLE_UNSET, "${attemptsLeft}");
        corpus.condition(Rule.VARIABLE_UNSET, "${timeframe == 'now' and touchKind == 'mail'}");
        corpus.swap(Rule.VARIABLE_UNSET, "Flow_Reachable", JOURNEY, "${reachable}", "${budget}");
        corpus.swap(Rule.VARIABLE_UNSET, "Event_NextAttemptDue", FOLLOW_UP, "${nextAttemptAt}", "${nextStepDate}");
        corpus.swap(Rule.VARIABLE_UNSET, "Flow_Mature", NURTURE, "${maturity &gt;= 3}", "${attemptsLeft}");
    }

    private void paths() {
        corpus.change(
                Rule.PATH_UNREACHED,
                "Activity_CompleteLead",
                JOURNEY,
                "nothing leads to a task",
                text -> text.replace(
                        "sourceRef=\"Gateway_Reachable\" targetRef=\"Activity_CompleteLead\"",
                        "sourceRef=\"Gateway_Reachable\" targetRef=\"Activity_GatherSkillFacts\""));
        corpus.change(
                Rule.PATH_ENDLESS,
                "Event_DealWon_",
                FOLLOW_UP,
                "an event that leads nowhere",
                text -> text.replace(
                                "<bpmn:endEvent id=\"Event_DealWon\" name=\"Deal won\">",
                                "<bpmn:intermediateThrowEvent id=\"Event_DealWon_\" name=\"Deal won\">")
                        .replaceFirst(
                                "(Flow_Won</bpmn:incoming>\\s*)</bpmn:endEvent>", "$1</bpmn:intermediateThrowEvent>")
                        .replace("\"Event_DealWon\"", "\"Event_DealWon_\"")
                        .replace(">Event_DealWon<", ">Event_DealWon_<"));
        String never = "sourceRef=\"Gateway_Mature\" targetRef=\"Activity_GatherFacts\"";
        corpus.swap(
                Rule.CYCLE_WAITS,
                "Gateway_Cooling",
                NURTURE,
                "sourceRef=\"Gateway_Cooling\" targetRef=\"Gateway_WaitForCooling\"",
                "sourceRef=\"Gateway_Cooling\" targetRef=\"Gateway_Cooling\"");
        corpus.swap(
                Rule.CYCLE_WAITS,
                "Activity_GatherFactsAgain",
                NURTURE,
                never,
                never.replace("Activity_GatherFacts", "Activity_GatherFactsAgain"),
                "<bpmn:serviceTask id=\"Activity_GatherFactsAgain\" name=\"Gather facts again\""
                        + " camunda:asyncBefore=\"true\"",
                "<bpmn:serviceTask id=\"Activity_GatherFactsAgain\" name=\"Gather facts again\"");
        corpus.swap(
                Rule.CYCLE_WAITS,
                "Gateway_AttemptsLeft",
                FOLLOW_UP,
                "sourceRef=\"Gateway_AttemptsLeft\" targetRef=\"Gateway_WaitForAttempt\"",
                "sourceRef=\"Gateway_AttemptsLeft\" targetRef=\"Gateway_AttemptsLeft\"");
        corpus.change(
                Rule.JOIN_UNFILLED,
                "Gateway_Join",
                FOLLOW_UP,
                "a join after a choice",
                text -> joined(
                        text,
                        "exclusiveGateway",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome =="
                                + " 'reached'}</bpmn:conditionExpression>",
                        false));
        corpus.change(
                Rule.JOIN_STARVES,
                "Gateway_Join",
                FOLLOW_UP,
                "a branch that can end before the join",
                text -> joined(text, "parallelGateway", "", true));
    }

    /** Two branches between the end of the first attempt and the decision, and a join behind them. */
    static String joined(String text, String fork, String condition, boolean leaves) {
        String split = "<bpmn:" + fork + " id=\"Gateway_Split\" name=\"Both?\""
                + (condition.isEmpty() ? "" : " default=\"Flow_One\"") + " /><bpmn:exclusiveGateway id=\"Gateway_One\""
                + " name=\"Go on?\" default=\"Flow_OneOn\""
                + " /><bpmn:parallelGateway id=\"Gateway_Join\""
                + " /><bpmn:sequenceFlow id=\"Flow_One\""
                + " name=\"one\" sourceRef=\"Gateway_Split\""
                + " targetRef=\"Gateway_One\""
                + " /><bpmn:sequenceFlow id=\"Flow_Two\""
                + " name=\"two\" sourceRef=\"Gateway_Split\""
                + " targetRef=\"Gateway_Join\">"
                + condition + "</bpmn:sequenceFlow><bpmn:sequenceFlow id=\"Flow_OneOn\" name=\"on\""
                + " sourceRef=\"Gateway_One\" targetRef=\"Gateway_Join\" />"
                + (leaves
                        ? "<bpmn:sequenceFlow id=\"Flow_OneOut\" name=\"out\" sourceRef=\"Gateway_One\""
                                + " targetRef=\"Event_DealLost\"><bpmn:conditionExpression"
                                + " xsi:type=\"bpmn:tFormalExpression\">${outcome =="
                                + " 'reached'}</bpmn:conditionExpression></bpmn:sequenceFlow>"
                        : "")
                + "<bpmn:sequenceFlow id=\"Flow_Joined\" sourceRef=\"Gateway_Join\""
                + " targetRef=\"Activity_DecideOutcome\" />";
        String drawn = shape("Gateway_Split")
                + shape("Gateway_One")
                + shape("Gateway_Join")
                + edge("Flow_One")
                + edge("Flow_Two")
                + edge("Flow_OneOn")
                + edge("Flow_Joined")
                + (leaves ? edge("Flow_OneOut") : "");
        String reached = "sourceRef=\"Gateway_Reached\" targetRef=\"Activity_DecideOutcome\"";
        String to = swapped(FOLLOW_UP, text, reached, "sourceRef=\"Gateway_Reached\" targetRef=\"Gateway_Split\"");
        return swapped(
                FOLLOW_UP,
                swapped(
                        FOLLOW_UP,
                        to,
                        "<bpmn:sequenceFlow id=\"Flow_OutcomeDecided\"",
                        split + "<bpmn:sequenceFlow id=\"Flow_OutcomeDecided\""),
                PLANE_END,
                drawn + PLANE_END);
    }
}
