package org.leadrelay.redesign.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Check of a process as a whole: its id, its history, ids and references, and that all of it is drawn. */
final class ProcessCheck implements Check {

    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final int LONGEST_ID = 100;

    private static final int LONGEST_NAME = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z_][\\w.-]*");
    private static final Pattern RANDOM = Pattern.compile("(Activity|Event|Gateway)_[0-9a-z]{7}");
    private static final Pattern DAYS = Pattern.compile("P(\\d{1,4})D");
    private static final int FEWEST_DAYS = 30;
    private static final int MOST_DAYS = 3650;
    private static final Set<String> REFERENCES = Set.of(
            "sourceRef",
            "targetRef",
            "attachedToRef",
            "default",
            "messageRef",
            "errorRef",
            "escalationRef",
            "processRef",
            "categoryValueRef",
            "bpmnElement");
    private static final Set<String> TEXT_REFERENCES = Set.of("incoming", "outgoing", "flowNodeRef");

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            process(model, findings);
            ids(model, findings);
            references(model, findings);
            drawn(model, findings);
        }
    }

    private static void process(ProcessModel model, Findings findings) {
        List<Node> all = model.root().children("process");
        if (all.size() != 1) {
            findings.add(
                    Rule.PROCESS_ONE,
                    model.name(),
                    all.isEmpty() ? null : all.get(all.size() - 1).id(),
                    all.size());
            return;
        }
        Node process = model.process();
        String id = process.value("id");
        if (id.length() > LONGEST_ID || !KEBAB.matcher(id).matches()) {
            findings.add(Rule.PROCESS_ID, model.name(), id, id);
        }
        if (!ProcessModel.isTrue(process, "isExecutable")) {
            findings.add(Rule.PROCESS_EXECUTABLE, model.name(), id);
        }
        timeToLive(model.name(), id, process.value("camunda:historyTimeToLive"), findings);
    }

    static void timeToLive(String file, @Nullable String element, String value, Findings findings) {
        Matcher days = DAYS.matcher(value);
        if (!days.matches()
                || Integer.parseInt(days.group(1)) < FEWEST_DAYS
                || Integer.parseInt(days.group(1)) > MOST_DAYS) {
            findings.add(Rule.TIME_TO_LIVE, file, element, value, FEWEST_DAYS, MOST_DAYS);
        }
    }

    private static void ids(ProcessModel model, Findings findings) {
        Map<String, Node> seen = new HashMap<>();
        model.root().all().forEach(node -> {
            String id = node.id();
            if (id == null || Namespaces.isCamunda(node.uri())) {
                return;
            }
            if (seen.putIfAbsent(id, node) != null) {
                findings.add(Rule.ID_TWICE, model.name(), id, id);
            }
            if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
                findings.add(Rule.ID_FORM, model.name(), id, id, LONGEST_ID);
            } else if (ProcessModel.isFlowNode(node) && RANDOM.matcher(id).matches() && hasDigit(id)) {
                findings.add(Rule.ID_RANDOM, model.name(), id, id);
            }
        });
        for (Node node : model.flowNodes()) {
            if (node.id() == null) {
                findings.add(Rule.ID_FORM, model.name(), null, "<" + node.name() + ">", LONGEST_ID);
            }
        }
        model.root()
                .all()
                .filter(node -> node.value("name").length() > LONGEST_NAME)
                .forEach(node -> findings.add(Rule.TOO_LONG, model.name(), model.owner(node), "name", LONGEST_NAME));
    }

    private static boolean hasDigit(String id) {
        return id.chars().anyMatch(each -> each >= '0' && each <= '9');
    }

    private static void references(ProcessModel model, Findings findings) {
        model.root().all().forEach(node -> {
            node.attributes().forEach((attribute, value) -> {
                if (REFERENCES.contains(attribute) && !isThere(model, attribute, value)) {
                    findings.add(Rule.REFERENCE, model.name(), model.owner(node), attribute, value);
                }
            });
            if (TEXT_REFERENCES.contains(node.name())
                    && Namespaces.isModel(node.uri())
                    && model.byId(node.text()) == null) {
                findings.add(Rule.REFERENCE, model.name(), model.owner(node), node.name(), node.text());
            }
        });
        for (Node event : model.elements()) {
            Node definition = event.child("messageEventDefinition");
            boolean unnamed =
                    definition != null && definition.value("messageRef").isEmpty();
            if (unnamed || (event.is("receiveTask") && event.value("messageRef").isEmpty())) {
                findings.add(Rule.REFERENCE, model.name(), event.id(), "messageRef", "");
            }
        }
    }

    private static boolean isThere(ProcessModel model, String attribute, String value) {
        Node named = model.byId(value);
        if (named == null) {
            return false;
        }
        return switch (attribute) {
            case "messageRef" -> named.is("message");
            case "errorRef" -> named.is("error");
            case "escalationRef" -> named.is("escalation");
            case "processRef" -> named.is("process");
            case "attachedToRef" -> ProcessModel.ACTIVITIES.contains(named.name());
            case "default" -> named.is("sequenceFlow");
            default -> true;
        };
    }

    private static void drawn(ProcessModel model, Findings findings) {
        Set<String> shapes = new HashSet<>();
        Set<String> edges = new HashSet<>();
        model.root()
                .all()
                .filter(node -> Namespaces.BPMN_DIAGRAM.equals(node.uri()))
                .forEach(node -> {
                    if ("BPMNShape".equals(node.name())
                            && node.children().stream().anyMatch(each -> "Bounds".equals(each.name()))) {
                        shapes.add(node.value("bpmnElement"));
                    } else if ("BPMNEdge".equals(node.name())
                            && node.children().stream()
                                            .filter(each -> "waypoint".equals(each.name()))
                                            .count()
                                    >= 2) {
                        edges.add(node.value("bpmnElement"));
                    }
                });
        model.root().all().forEach(node -> {
            boolean shape = ProcessModel.isFlowNode(node) || node.is("lane") || node.is("participant");
            String id = node.value("id");
            if ((shape && !shapes.contains(id)) || (node.is("sequenceFlow") && !edges.contains(id))) {
                findings.add(Rule.NOT_DRAWN, model.name(), id, id);
            }
        });
    }
}
