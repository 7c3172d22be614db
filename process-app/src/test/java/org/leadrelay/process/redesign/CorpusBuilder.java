package org.leadrelay.process.redesign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.Rule;

/** Builder of releases that differ from the shipped models in one thing. */
final class CorpusBuilder {

    static final String JOURNEY = "lead-journey.bpmn";
    static final String FOLLOW_UP = "lead-follow-up.bpmn";
    static final String NURTURE = "lead-nurture.bpmn";
    static final String FIT = "lead-fit.dmn";
    static final String MATRIX = "lead-matrix.dmn";
    static final String RECYCLING = "recycling.dmn";
    static final String TRACK = "nurture-track.dmn";
    static final String DECIDE_FLOW = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
            + "${outcome == 'salesReady'}</bpmn:conditionExpression>";
    static final String FIRST_FLOW = "<bpmn:sequenceFlow id=\"Flow_Captured\"";
    static final String CHECK = "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${checkReachable}\"";
    static final String CHANNEL = "<camunda:formField id=\"channel\" label=\"How?\" type=\"enum\">";
    static final String QUALIFY = "<bpmn:userTask id=\"Activity_QualifyLead\" name=\"Qualify lead\""
            + " camunda:candidateGroups=\"marketing\" camunda:dueDate=\"${due.qualifyLead}\">";
    static final String PLANE_END = "</bpmndi:BPMNPlane>";

    private final Map<String, String> shipped = ShippedModels.texts();
    private final List<CorpusCase> cases = new ArrayList<>();
    private final List<String> stale = new ArrayList<>();

    /**
     * @throws IllegalStateException when the shipped models no longer hold what a fault replaces, naming all of it
     */
    List<CorpusCase> made() {
        if (!stale.isEmpty()) {
            throw new IllegalStateException("the shipped models changed, so these say nothing any more: " + stale);
        }
        return cases;
    }

    Map<String, String> shipped() {
        return new TreeMap<>(shipped);
    }

    /** One place of a file is another; it must be there. */
    void swap(@Nullable Rule rule, @Nullable String element, String file, String from, String to) {
        change(rule, element, file, from + " -> " + to, text -> swapped(file, text, from, to));
    }

    /** Two places of a file are others. */
    void swap(
            @Nullable Rule rule,
            @Nullable String element,
            String file,
            String from,
            String to,
            String alsoFrom,
            String alsoTo) {
        change(
                rule,
                element,
                file,
                from + " -> " + to,
                text -> swapped(file, swapped(file, text, from, to), alsoFrom, alsoTo));
    }

    /** Something stands before a place. */
    void put(@Nullable Rule rule, @Nullable String element, String file, String before, String added) {
        swap(rule, element, file, before, added + before);
    }

    void change(
            @Nullable Rule rule, @Nullable String element, String file, String title, UnaryOperator<String> change) {
        Map<String, String> texts = shipped();
        String before = String.valueOf(texts.get(file));
        try {
            String after = change.apply(before);
            if (after.equals(before)) {
                stale.add(file + ": " + title);
            }
            texts.put(file, after);
            add(rule, element, file + ": " + title, texts);
        } catch (IllegalArgumentException missing) {
            stale.add(String.valueOf(missing.getMessage()));
        }
    }

    /** With another condition at the flow by which marketing says that a lead is ready for sales. */
    void condition(Rule rule, String expression) {
        swap(
                rule,
                "Flow_SalesReady",
                JOURNEY,
                DECIDE_FLOW,
                DECIDE_FLOW.replace("${outcome == 'salesReady'}", expression));
    }

    void add(@Nullable Rule rule, @Nullable String element, String title, Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
        addBytes(rule, element, title, files);
    }

    void addBytes(@Nullable Rule rule, @Nullable String element, String title, Map<String, byte[]> files) {
        String shown = title.length() > 160 ? title.substring(0, 160) + "..." : title;
        cases.add(new CorpusCase((rule == null ? "good " : rule.code() + " ") + shown, files, rule, element));
    }

    static String swapped(String file, String text, String from, String to) {
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not hold " + from);
        }
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    /** A shape for an element, so that being drawn is not what is wrong with it. */
    static String shape(String id) {
        return "<bpmndi:BPMNShape id=\"" + id + "_di\" bpmnElement=\"" + id
                + "\"><dc:Bounds x=\"9\" y=\"9\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>";
    }

    static String edge(String id) {
        return "<bpmndi:BPMNEdge id=\"" + id + "_di\" bpmnElement=\"" + id
                + "\"><di:waypoint x=\"9\" y=\"9\" /><di:waypoint x=\"19\" y=\"9\" /></bpmndi:BPMNEdge>";
    }
}
