package org.leadrelay.process.redesign;

import static org.leadrelay.process.redesign.CorpusBuilder.CHANNEL;
import static org.leadrelay.process.redesign.CorpusBuilder.CHECK;
import static org.leadrelay.process.redesign.CorpusBuilder.DECIDE_FLOW;
import static org.leadrelay.process.redesign.CorpusBuilder.FIRST_FLOW;
import static org.leadrelay.process.redesign.CorpusBuilder.FOLLOW_UP;
import static org.leadrelay.process.redesign.CorpusBuilder.JOURNEY;
import static org.leadrelay.process.redesign.CorpusBuilder.NURTURE;

import org.leadrelay.redesign.gate.Rule;

/** Releases with one fault in a model's elements, attributes or expressions. */
final class BadContent {

    private final CorpusBuilder corpus;

    private BadContent(CorpusBuilder corpus) {
        this.corpus = corpus;
    }

    static void add(CorpusBuilder corpus) {
        BadContent bad = new BadContent(corpus);
        bad.content();
        bad.expressions();
    }

    private void content() {
        added(Rule.ELEMENT_UNKNOWN, "Gateway_Complex", "<bpmn:complexGateway id=\"Gateway_Complex\" />");
        added(
                Rule.ELEMENT_UNKNOWN,
                "Event_Signalled",
                "<bpmn:intermediateCatchEvent id=\"Event_Signalled\"><bpmn:signalEventDefinition"
                        + " /></bpmn:intermediateCatchEvent>");
        added(
                Rule.ELEMENT_UNKNOWN,
                "Event_When",
                "<bpmn:intermediateCatchEvent id=\"Event_When\"><bpmn:conditionalEventDefinition><bpmn:condition"
                        + " xsi:type=\"bpmn:tFormalExpression\">${lap}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>");
        added(Rule.ELEMENT_UNKNOWN, "Activity_AdHoc", "<bpmn:adHocSubProcess id=\"Activity_AdHoc\" />");
        added(Rule.ELEMENT_UNKNOWN, "Activity_All", "<bpmn:transaction id=\"Activity_All\" />");
        added(Rule.ELEMENT_UNKNOWN, "Activity_Plain", "<bpmn:task id=\"Activity_Plain\" name=\"Do it\" />");
        added(Rule.ELEMENT_UNKNOWN, "DataObject_It", "<bpmn:dataObject id=\"DataObject_It\" />");
        added(
                Rule.ELEMENT_UNKNOWN,
                "Event_Undo",
                "<bpmn:intermediateThrowEvent id=\"Event_Undo\"><bpmn:compensateEventDefinition"
                        + " /></bpmn:intermediateThrowEvent>");
        added(
                Rule.ELEMENT_UNKNOWN,
                "Event_Link",
                "<bpmn:intermediateThrowEvent id=\"Event_Link\"><bpmn:linkEventDefinition name=\"x\""
                        + " /></bpmn:intermediateThrowEvent>");
        String contact = "</bpmn:extensionElements>\n      <bpmn:incoming>Flow_FreshFollowUp</bpmn:incoming>";
        corpus.swap(
                Rule.ELEMENT_UNKNOWN,
                "Activity_MakeContact",
                FOLLOW_UP,
                contact,
                contact + "<bpmn:multiInstanceLoopCharacteristics />");
        corpus.swap(
                Rule.ELEMENT_UNKNOWN,
                "Activity_MakeContact",
                FOLLOW_UP,
                contact,
                contact + "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression /></bpmn:potentialOwner>");
        corpus.swap(
                Rule.ELEMENT_UNKNOWN, "Activity_MakeContact", FOLLOW_UP, contact, contact + "<bpmn:ioSpecification />");
        corpus.swap(
                Rule.ELEMENT_UNKNOWN,
                "Activity_MakeContact",
                FOLLOW_UP,
                contact,
                "<x:y xmlns:x=\"urn:x\" />" + contact);
        corpus.put(
                Rule.ELEMENT_UNKNOWN,
                "Activity_Nurture",
                JOURNEY,
                "<camunda:outputParameter name=\"cooling\">",
                "<camunda:outputParameter name=\"track\"><camunda:map /></camunda:outputParameter>");
        corpus.swap(
                Rule.ATTRIBUTE_UNKNOWN,
                "Activity_FollowUp",
                JOURNEY,
                "calledElement=\"lead-follow-up\"",
                "calledElement=\"lead-follow-up\" camunda:caseRef=\"x\"");
        corpus.swap(
                Rule.ATTRIBUTE_UNKNOWN,
                "Activity_FollowUp",
                JOURNEY,
                "calledElement=\"lead-follow-up\"",
                "calledElement=\"lead-follow-up\" camunda:calledElementTenantId=\"x\"");
        corpus.swap(
                Rule.ATTRIBUTE_UNKNOWN,
                "Flow_SalesReady",
                JOURNEY,
                DECIDE_FLOW,
                DECIDE_FLOW.replace("xsi:type", "language=\"juel\" xsi:type"));
        corpus.swap(
                Rule.ATTRIBUTE_UNKNOWN,
                "lead-nurture",
                NURTURE,
                "isExecutable=",
                "camunda:candidateStarterUsers=\"x\" isExecutable=");
        corpus.swap(
                Rule.ATTRIBUTE_VALUE,
                "Activity_CheckReachable",
                JOURNEY,
                CHECK,
                CHECK + " camunda:exclusive=\"false\"");
        corpus.swap(
                Rule.ATTRIBUTE_VALUE, "Activity_CheckReachable", JOURNEY, CHECK, CHECK + " isForCompensation=\"true\"");
        corpus.swap(
                Rule.ATTRIBUTE_VALUE,
                "Gateway_WaitForRep",
                JOURNEY,
                "name=\"Wait for a rep\"",
                "name=\"Wait for a rep\" eventGatewayType=\"Parallel\"");
    }

    private void added(Rule rule, String element, String what) {
        corpus.put(rule, element, JOURNEY, FIRST_FLOW, what);
    }

    private void expressions() {
        String contact = "name=\"Make contact\"";
        String make = "Activity_MakeContact";
        corpus.swap(Rule.EXPRESSION_PLACE, make, FOLLOW_UP, contact, "name=\"Contact ${leadId}\"");
        corpus.swap(Rule.EXPRESSION_PLACE, make, FOLLOW_UP, contact, "name=\"#{''.getClass()}\"");
        corpus.swap(
                Rule.EXPRESSION_PLACE,
                make,
                FOLLOW_UP,
                "The first contact is promised in time",
                "The ${lap}th contact is promised in time");
        corpus.swap(Rule.EXPRESSION_PLACE, make, FOLLOW_UP, "label=\"How?\"", "label=\"${lap}\"");
        corpus.swap(
                Rule.EXPRESSION_PLACE,
                make,
                FOLLOW_UP,
                CHANNEL,
                CHANNEL.replace(" type", " defaultValue=\"${lap}\" type"));
        corpus.swap(
                Rule.EXPRESSION_PLACE,
                "Activity_RateFit",
                JOURNEY,
                "camunda:decisionRef=\"lead-fit\"",
                "camunda:decisionRef=\"${route}\"");
        corpus.swap(
                Rule.EXPRESSION_PLACE,
                "Activity_FollowUp",
                JOURNEY,
                "calledElement=\"lead-follow-up\"",
                "calledElement=\"${route}\"");
        corpus.swap(
                Rule.EXPRESSION_PLACE,
                make,
                FOLLOW_UP,
                "camunda:candidateGroups=\"sales-rep\"",
                "camunda:candidateGroups=\"${repId}\"");
        corpus.condition(Rule.EXPRESSION_CALLS, "${outcome.equals('salesReady')}");
        corpus.condition(Rule.EXPRESSION_CALLS, "#{now() == outcome}");
        corpus.condition(Rule.EXPRESSION_NAME, "${unheardOf == 'x'}");
        corpus.condition(Rule.EXPRESSION_NAME, "${execution.id == 'x'}");
        corpus.condition(Rule.EXPRESSION_NAME, "${due.qualifyLead == null}");
        corpus.condition(Rule.EXPRESSION_FORM, "${lap + 1 == 2}");
        corpus.condition(Rule.EXPRESSION_FORM, "${outcome == 'a'}${outcome == 'b'}");
        corpus.condition(Rule.EXPRESSION_FORM, "${" + "outcome != 'salesReady' || ".repeat(12) + "reachable}");
        corpus.condition(Rule.EXPRESSION_FORM, "${outcome == 'a\\'}");
        corpus.condition(Rule.EXPRESSION_FORM, "${outcome = 'a'}");
        corpus.swap(
                Rule.EXPRESSION_NAME,
                make,
                FOLLOW_UP,
                "camunda:assignee=\"${repId}\"",
                "camunda:assignee=\"${nobody}\"");
        corpus.swap(
                Rule.EXPRESSION_NAME,
                "Activity_Nurture",
                JOURNEY,
                "name=\"cooling\">${null}",
                "name=\"cooling\">${secret}");
    }
}
