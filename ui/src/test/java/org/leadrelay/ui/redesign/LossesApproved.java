package org.leadrelay.ui.redesign;

import static org.leadrelay.ui.redesign.ShippedFiles.FOLLOW_UP;

/** The follow-up with a second approval: no deal is lost until the sales manager says so. */
final class LossesApproved {

    static final String WORDS = """

        Lane_SalesManager=Vertriebsleitung
        Activity_ApproveLoss=Verlust freigeben
        Activity_ApproveLoss.outcome=Ergebnis
        Activity_ApproveLoss.outcome.lost=Verloren geben
        Activity_ApproveLoss.outcome.notReady=Nur nicht so weit
        Gateway_LossApproved=Freigegeben?
        Flow_LossApproved=ja
        Flow_LossRefused=nein
        """;

    private static final String TASK = """
        <bpmn:userTask id="Activity_ApproveLoss" name="Approve loss" camunda:candidateGroups="sales-manager">
          <bpmn:extensionElements>
            <camunda:formData>
              <camunda:formField id="outcome" label="Outcome" type="enum">
                <camunda:validation><camunda:constraint name="required" /></camunda:validation>
                <camunda:value id="lost" name="Give it up" />
                <camunda:value id="notReady" name="Only not ready" />
              </camunda:formField>
            </camunda:formData>
          </bpmn:extensionElements>
          <bpmn:incoming>Flow_Lost</bpmn:incoming>
          <bpmn:outgoing>Flow_LossDecided</bpmn:outgoing>
        </bpmn:userTask>
        <bpmn:exclusiveGateway id="Gateway_LossApproved" name="Approved?" default="Flow_LossRefused">
          <bpmn:incoming>Flow_LossDecided</bpmn:incoming>
          <bpmn:outgoing>Flow_LossApproved</bpmn:outgoing>
          <bpmn:outgoing>Flow_LossRefused</bpmn:outgoing>
        </bpmn:exclusiveGateway>
        <bpmn:sequenceFlow id="Flow_LossDecided" sourceRef="Activity_ApproveLoss" targetRef="Gateway_LossApproved" />
        <bpmn:sequenceFlow id="Flow_LossApproved" name="yes" sourceRef="Gateway_LossApproved"
            targetRef="Event_DealLost">
          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'lost'}</bpmn:conditionExpression>
        </bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="Flow_LossRefused" name="no" sourceRef="Gateway_LossApproved"
            targetRef="Event_NotReady" />
        """;

    private static final String LANE = """
        <bpmn:lane id="Lane_SalesManager" name="sales-manager">
          <bpmn:flowNodeRef>Activity_ApproveLoss</bpmn:flowNodeRef>
          <bpmn:flowNodeRef>Gateway_LossApproved</bpmn:flowNodeRef>
          <bpmn:flowNodeRef>Event_DealLost</bpmn:flowNodeRef>
        </bpmn:lane>
        """;

    private LossesApproved() {}

    static String model() {
        String text = ShippedFiles.text(FOLLOW_UP);
        text = with(text, "<bpmn:flowNodeRef>Event_DealLost</bpmn:flowNodeRef>", "");
        text = with(text, "</bpmn:laneSet>", LANE + "</bpmn:laneSet>");
        text = with(
                text,
                "sourceRef=\"Gateway_Outcome\" targetRef=\"Event_DealLost\"",
                "sourceRef=\"Gateway_Outcome\" targetRef=\"Activity_ApproveLoss\"");
        text = with(
                text, "<bpmn:incoming>Flow_Lost</bpmn:incoming>", "<bpmn:incoming>Flow_LossApproved</bpmn:incoming>");
        text = with(
                text,
                "<bpmn:incoming>Flow_NotReady</bpmn:incoming>",
                "<bpmn:incoming>Flow_NotReady</bpmn:incoming><bpmn:incoming>Flow_LossRefused</bpmn:incoming>");
        text = with(text, "</bpmn:process>", TASK + "</bpmn:process>");
        return drawn(text);
    }

    /** The new lane lies below the others. */
    private static String drawn(String model) {
        String text = with(model, "width=\"1380\" height=\"655\"", "width=\"1380\" height=\"855\"");
        text = with(text, "<dc:Bounds x=\"1412\" y=\"110\"", "<dc:Bounds x=\"1142\" y=\"817\"");
        text = with(text, "<dc:Bounds x=\"1400\" y=\"152\"", "<dc:Bounds x=\"1130\" y=\"857\"");
        text = with(text, "<di:waypoint x=\"1280\" y=\"128\" />", "<di:waypoint x=\"1280\" y=\"95\" />");
        text = with(
                text,
                "<di:waypoint x=\"1412\" y=\"128\" />",
                "<di:waypoint x=\"1500\" y=\"95\" /><di:waypoint x=\"1500\" y=\"835\" /><di:waypoint x=\"1440\""
                        + " y=\"835\" />");
        String shapes = shape("Lane_SalesManager", 170, 735, 1350, 200)
                + shape("Activity_ApproveLoss", 1340, 795, 100, 80)
                + shape("Gateway_LossApproved", 1240, 810, 50, 50)
                + edge("Flow_LossDecided", 1340, 835, 1290, 835)
                + edge("Flow_LossApproved", 1240, 835, 1178, 835)
                + edge("Flow_LossRefused", 1265, 810, 1265, 755, 1480, 755, 1480, 282, 1448, 282);
        return with(text, "</bpmndi:BPMNPlane>", shapes + "</bpmndi:BPMNPlane>");
    }

    private static String shape(String id, int x, int y, int width, int height) {
        return "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"%2$d\" y=\"%3$d\" width=\"%4$d\" height=\"%5$d\" /></bpmndi:BPMNShape>"
                .formatted(id, x, y, width, height);
    }

    private static String edge(String id, int... points) {
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            way.append("<di:waypoint x=\"%d\" y=\"%d\" />".formatted(points[i], points[i + 1]));
        }
        return "<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\">%2$s</bpmndi:BPMNEdge>".formatted(id, way);
    }

    private static String with(String text, String before, String after) {
        if (!text.contains(before)) {
            throw new AssertionError("The model does not say " + before);
        }
        return text.replace(before, after);
    }
}
