package org.leadrelay.process.trace;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The flow that leads from an event-based gateway to an event. The engine's parser drops it,
 * because its token waits at the gateway and jumps; the picture has it, and so has the story.
 */
record EventGatewayFlow(String id, @Nullable String name) {

    private static final String PROPERTY = "leadrelay.flowFromGateway";

    static void remember(Element root, Iterable<ProcessDefinitionEntity> processes) {
        HashSet<String> gateways = new HashSet<>();
        gateways(root, gateways);
        for (ProcessDefinitionEntity process : processes) {
            flows(root, gateways, process);
        }
    }

    static @Nullable EventGatewayFlow to(ActivityImpl event) {
        return (EventGatewayFlow) event.getProperty(PROPERTY);
    }

    private static void gateways(Element element, Set<String> found) {
        if ("eventBasedGateway".equals(element.getTagName())) {
            found.add(element.attribute("id"));
        }
        element.elements().forEach(child -> gateways(child, found));
    }

    private static void flows(Element element, Set<String> gateways, ProcessDefinitionEntity process) {
        if ("sequenceFlow".equals(element.getTagName()) && gateways.contains(element.attribute("sourceRef"))) {
            ActivityImpl event = process.findActivity(element.attribute("targetRef"));
            if (event != null) {
                event.setProperty(PROPERTY, new EventGatewayFlow(element.attribute("id"), element.attribute("name")));
            }
        }
        element.elements().forEach(child -> flows(child, gateways, process));
    }
}
