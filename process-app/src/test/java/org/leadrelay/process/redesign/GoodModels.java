package org.leadrelay.process.redesign;

import static org.leadrelay.process.redesign.CorpusBuilder.FIT;
import static org.leadrelay.process.redesign.CorpusBuilder.FOLLOW_UP;
import static org.leadrelay.process.redesign.CorpusBuilder.JOURNEY;
import static org.leadrelay.process.redesign.CorpusBuilder.MATRIX;
import static org.leadrelay.process.redesign.CorpusBuilder.NURTURE;
import static org.leadrelay.process.redesign.CorpusBuilder.RECYCLING;
import static org.leadrelay.process.redesign.CorpusBuilder.TRACK;
import static org.leadrelay.process.redesign.CorpusBuilder.edge;
import static org.leadrelay.process.redesign.CorpusBuilder.shape;
import static org.leadrelay.process.redesign.CorpusBuilder.swapped;

import java.util.List;
import java.util.Map;

/** Releases that process owners may well draw, made from the shipped ones: none may be refused. */
final class GoodModels {

    private static final String PLANE_END = "</bpmndi:BPMNPlane>";
    private static final String WAIT =
            "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">${touchWait}</bpmn:timeDuration>";
    private static final String DAY =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${nextStepDate}</bpmn:timeDate>";
    private static final String CHANNEL = "<camunda:formField id=\"channel\" label=\"How?\" type=\"enum\">";

    private GoodModels() {}

    static List<CorpusCase> all() {
        CorpusBuilder corpus = new CorpusBuilder();
        corpus.add(null, null, "as shipped", corpus.shipped());
        prefixes(corpus);
        timers(corpus);
        forms(corpus);
        elements(corpus);
        conditions(corpus);
        tables(corpus);
        return corpus.made();
    }

    private static void good(CorpusBuilder corpus, String file, String from, String to) {
        corpus.swap(null, null, file, from, to);
    }

    private static void prefixes(CorpusBuilder corpus) {
        corpus.change(
                null,
                null,
                NURTURE,
                "BPMN as the default namespace",
                text -> text.replace("xmlns:bpmn=", "xmlns=")
                        .replace("<bpmn:", "<")
                        .replace("</bpmn:", "</")
                        .replace("\"bpmn:tFormal", "\"tFormal"));
        corpus.change(
                null,
                null,
                FOLLOW_UP,
                "another prefix",
                text -> text.replace("xmlns:bpmn=", "xmlns:semantic=")
                        .replace("<bpmn:", "<semantic:")
                        .replace("</bpmn:", "</semantic:")
                        .replace("\"bpmn:tFormal", "\"semantic:tFormal"));
        corpus.change(null, null, JOURNEY, "a byte order mark", text -> "\uFEFF" + text);
        good(corpus, JOURNEY, "<bpmn:process ", "<!-- drawn by Ada --><bpmn:process ");
        corpus.change(
                null,
                null,
                JOURNEY,
                "colours",
                text -> swapped(
                        JOURNEY,
                        swapped(
                                JOURNEY,
                                text,
                                "<bpmn:definitions ",
                                "<bpmn:definitions xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\""
                                        + " xmlns:color=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" "),
                        "bpmnElement=\"Activity_GatherFacts\"",
                        "bpmnElement=\"Activity_GatherFacts\" bioc:stroke=\"#0d4372\""
                                + " color:background-color=\"#bbdefb\""));
    }

    private static void timers(CorpusBuilder corpus) {
        for (String wait : List.of("P3D", "PT2H30M", "P1M", "PT72H")) {
            good(corpus, NURTURE, WAIT, WAIT.replace("${touchWait}", wait));
        }
        for (String day :
                List.of("2027-01-31", "2027-01-31T09:00:00Z", "2027-01-31T09:00:00+01:00", "${due.decideOutcome}")) {
            good(corpus, FOLLOW_UP, DAY, DAY.replace("${nextStepDate}", day));
        }
        String counted = "when the next one is worth making.</bpmn:documentation>";
        for (String retries : List.of("R5/PT10M", "PT5M,PT1H")) {
            good(
                    corpus,
                    FOLLOW_UP,
                    counted,
                    counted + "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>" + retries
                            + "</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>");
        }
        good(
                corpus,
                FOLLOW_UP,
                "camunda:delegateExpression=\"${countAttempt}\"",
                "camunda:exclusive=\"true\" camunda:jobPriority=\"5\" camunda:delegateExpression=\"${countAttempt}\"");
        good(corpus, NURTURE, "camunda:historyTimeToLive=\"P180D\"", "camunda:historyTimeToLive=\"P365D\"");
    }

    private static void forms(CorpusBuilder corpus) {
        good(
                corpus,
                FOLLOW_UP,
                CHANNEL,
                "<camunda:formField id=\"budgetYear\" label=\"Budget in\" type=\"enum\"><camunda:value id=\"this\""
                        + " name=\"This year\" /><camunda:value id=\"next\" name=\"Next year\" /></camunda:formField>"
                        + CHANNEL);
        good(
                corpus,
                FOLLOW_UP,
                CHANNEL,
                "<camunda:formField id=\"calledAt\" label=\"When\" type=\"date\" />" + CHANNEL);
        good(
                corpus,
                FOLLOW_UP,
                CHANNEL,
                "<camunda:formField id=\"seats\" label=\"Seats\" type=\"long\""
                        + " defaultValue=\"1\"><camunda:validation><camunda:constraint name=\"min\" config=\"1\""
                        + " /><camunda:constraint name=\"max\" config=\"500\" /></camunda:validation></camunda:formField>"
                        + CHANNEL);
        good(
                corpus,
                FOLLOW_UP,
                CHANNEL,
                "<camunda:formField id=\"lostTo\" label=\"Lost to whom\""
                        + " type=\"string\"><camunda:properties><camunda:property id=\"visibleWhen\""
                        + " value=\"outcome=notReached\" /></camunda:properties></camunda:formField>"
                        + CHANNEL);
        good(
                corpus,
                FOLLOW_UP,
                "<camunda:value id=\"mail\" name=\"E-mail\" />",
                "<camunda:value id=\"mail\" name=\"E-mail\" /><camunda:value id=\"fair\" name=\"At a fair\" />");
        good(
                corpus,
                FOLLOW_UP,
                "label=\"How?\"",
                "label=\"\u00dcber welchen Weg? \u2013 \u65e5\u672c\u8a9e &amp; mehr\"");
    }

    private static void elements(CorpusBuilder corpus) {
        good(corpus, FOLLOW_UP, "name=\"Make contact\"", "name=\"Get in touch&#10;with the buyer\"");
        corpus.change(
                null,
                null,
                FOLLOW_UP,
                "a note",
                text -> swapped(
                        FOLLOW_UP,
                        swapped(
                                FOLLOW_UP,
                                text,
                                "</bpmn:process>",
                                "<bpmn:textAnnotation id=\"TextAnnotation_Why\"><bpmn:text>Agreed in"
                                        + " May</bpmn:text></bpmn:textAnnotation><bpmn:association id=\"Association_Why\""
                                        + " sourceRef=\"Activity_MakeContact\" targetRef=\"TextAnnotation_Why\""
                                        + " /></bpmn:process>"),
                        PLANE_END,
                        shape("TextAnnotation_Why") + edge("Association_Why") + PLANE_END));
        corpus.change(
                null,
                null,
                FOLLOW_UP,
                "a group with its category",
                text -> swapped(
                        FOLLOW_UP,
                        swapped(
                                FOLLOW_UP,
                                swapped(
                                        FOLLOW_UP,
                                        text,
                                        "</bpmn:process>",
                                        "<bpmn:group id=\"Group_First\" categoryValueRef=\"CategoryValue_First\""
                                                + " /></bpmn:process>"),
                                "<bpmn:message ",
                                "<bpmn:category id=\"Category_First\"><bpmn:categoryValue id=\"CategoryValue_First\""
                                        + " value=\"First contact\" /></bpmn:category><bpmn:message "),
                        PLANE_END,
                        shape("Group_First") + PLANE_END));
        corpus.change(
                null,
                null,
                FOLLOW_UP,
                "both at once, and joined",
                text -> BadFlows.joined(text, "parallelGateway", "", false).replace(" default=\"Flow_OneOn\"", ""));
        corpus.change(
                null,
                null,
                NURTURE,
                "a manual step on the way",
                text -> swapped(
                        NURTURE,
                        swapped(
                                NURTURE,
                                text,
                                "sourceRef=\"Activity_SendTouch\" targetRef=\"Activity_GatherFacts\" />",
                                "sourceRef=\"Activity_SendTouch\" targetRef=\"Activity_Look\" /><bpmn:manualTask"
                                        + " id=\"Activity_Look\" name=\"Look at it\" /><bpmn:sequenceFlow"
                                        + " id=\"Flow_Looked\" sourceRef=\"Activity_Look\""
                                        + " targetRef=\"Activity_GatherFacts\" />"),
                        PLANE_END,
                        shape("Activity_Look") + edge("Flow_Looked") + PLANE_END));
        corpus.change(
                null,
                null,
                NURTURE,
                "a sub-process around a step",
                text -> swapped(
                        NURTURE,
                        swapped(
                                NURTURE,
                                text,
                                "sourceRef=\"Activity_SendTouch\" targetRef=\"Activity_GatherFacts\" />",
                                "sourceRef=\"Activity_SendTouch\" targetRef=\"Activity_Pause\" /><bpmn:subProcess"
                                        + " id=\"Activity_Pause\" name=\"Pause\"><bpmn:startEvent id=\"Event_PauseBegun\""
                                        + " name=\"Begun\" /><bpmn:sequenceFlow id=\"Flow_Pause\""
                                        + " sourceRef=\"Event_PauseBegun\" targetRef=\"Event_Paused\""
                                        + " /><bpmn:intermediateCatchEvent id=\"Event_Paused\""
                                        + " name=\"Paused\"><bpmn:timerEventDefinition><bpmn:timeDuration"
                                        + " xsi:type=\"bpmn:tFormalExpression\">P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:sequenceFlow"
                                        + " id=\"Flow_PauseOver\" sourceRef=\"Event_Paused\" targetRef=\"Event_PauseOver\""
                                        + " /><bpmn:endEvent id=\"Event_PauseOver\" name=\"Over\""
                                        + " /></bpmn:subProcess><bpmn:sequenceFlow id=\"Flow_Looked\""
                                        + " sourceRef=\"Activity_Pause\" targetRef=\"Activity_GatherFacts\" />"),
                        PLANE_END,
                        shape("Activity_Pause")
                                + shape("Event_PauseBegun")
                                + shape("Event_Paused")
                                + shape("Event_PauseOver")
                                + edge("Flow_Pause")
                                + edge("Flow_PauseOver")
                                + edge("Flow_Looked")
                                + PLANE_END));
        corpus.change(
                null,
                null,
                JOURNEY,
                "without taking a win back",
                text -> text.replaceAll("(?s)<bpmn:startEvent id=\"Event_WinTakenBack\".*?</bpmn:startEvent>", "")
                        .replaceAll("<bpmn:incoming>Flow_WinTakenBack</bpmn:incoming>", "")
                        .replaceAll("<bpmn:sequenceFlow id=\"Flow_WinTakenBack\"[^>]*/>", "")
                        .replace("<bpmn:flowNodeRef>Event_WinTakenBack</bpmn:flowNodeRef>", "")
                        .replaceAll("(?s)<bpmndi:BPMNShape id=\"Event_WinTakenBack_di\".*?</bpmndi:BPMNShape>", "")
                        .replaceAll("(?s)<bpmndi:BPMNEdge id=\"Flow_WinTakenBack_di\".*?</bpmndi:BPMNEdge>", ""));
        Map<String, String> split = corpus.shipped();
        split.put("lead-care.bpmn", String.valueOf(split.get(NURTURE)).replace("lead-nurture", "lead-care"));
        split.put(
                JOURNEY,
                String.valueOf(split.get(JOURNEY))
                        .replace("calledElement=\"lead-nurture\"", "calledElement=\"lead-care\""));
        split.remove(NURTURE);
        split.remove("lead-nurture_de.properties");
        corpus.add(null, null, "a called process by another id", split);
        Map<String, String> silent = corpus.shipped();
        silent.remove("lead-journey_de.properties");
        corpus.add(null, null, "without words in German", silent);
        corpus.change(
                null,
                null,
                FOLLOW_UP,
                "a task that Java does not rely on, renamed",
                text -> text.replace("Activity_CountAttempt", "Activity_CountCall"));
    }

    private static void conditions(CorpusBuilder corpus) {
        String reached = "${outcome == 'reached'}";
        for (String same : List.of(
                "${outcome eq 'reached'}",
                "#{outcome == 'reached'}",
                "${outcome == 'reached' and channel != 'mail'}",
                "${not (outcome == 'notReached')}",
                "${channel == 'call' ? true : outcome == 'reached'}",
                "${outcome == \"reached\" || !(lap &gt; 3)}")) {
            good(corpus, FOLLOW_UP, reached, same);
        }
    }

    private static void tables(CorpusBuilder corpus) {
        good(corpus, TRACK, "<text>\"mail\"</text>", "<text>\"external\"</text>");
        String laps = "<text>&lt;= 0</text>";
        for (String cell : List.of("0, -1", "not(1, 2, 3)", "[0..0]", "&lt; 1", "-")) {
            good(corpus, RECYCLING, laps, "<text>" + cell + "</text>");
        }
        good(corpus, RECYCLING, "<text>lap + 1</text>", "<text>if lap &gt; 5 then lap else lap + 1</text>");
        good(corpus, FIT, "name=\"Lead fit\"", "name=\"How well it fits\"");
        corpus.change(null, null, MATRIX, "one more row", text -> {
            String row = text.substring(text.indexOf("<rule "), text.indexOf("</rule>") + "</rule>".length());
            return text.replace(row, row + row.replaceAll(" id=\"([^\"]*)\"", " id=\"$1_Two\""));
        });
    }
}
