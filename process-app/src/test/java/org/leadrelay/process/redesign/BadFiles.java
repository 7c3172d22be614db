package org.leadrelay.process.redesign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.leadrelay.process.redesign.CorpusBuilder.CHECK;
import static org.leadrelay.process.redesign.CorpusBuilder.DECIDE_FLOW;
import static org.leadrelay.process.redesign.CorpusBuilder.FIRST_FLOW;
import static org.leadrelay.process.redesign.CorpusBuilder.FIT;
import static org.leadrelay.process.redesign.CorpusBuilder.FOLLOW_UP;
import static org.leadrelay.process.redesign.CorpusBuilder.JOURNEY;
import static org.leadrelay.process.redesign.CorpusBuilder.MATRIX;
import static org.leadrelay.process.redesign.CorpusBuilder.NURTURE;
import static org.leadrelay.process.redesign.CorpusBuilder.QUALIFY;
import static org.leadrelay.process.redesign.CorpusBuilder.swapped;

import java.util.Map;
import java.util.TreeMap;
import org.leadrelay.redesign.gate.Rule;

/** Releases with one fault in what a model file is or holds: its form, its size, code. */
final class BadFiles {

    private final CorpusBuilder corpus;
    private final String address;

    private BadFiles(CorpusBuilder corpus, String address) {
        this.corpus = corpus;
        this.address = address;
    }

    /**
     * @param address what models name that would have something fetched
     */
    static void add(CorpusBuilder corpus, String address) {
        BadFiles bad = new BadFiles(corpus, address);
        bad.files();
        bad.code();
    }

    private void files() {
        String root = "<bpmn:definitions ";
        corpus.put(
                Rule.FILE_DOCTYPE, null, JOURNEY, root, "<!DOCTYPE bpmn:definitions SYSTEM \"" + address + "x.dtd\">");
        corpus.put(Rule.FILE_DOCTYPE, null, NURTURE, root, "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "e\">]>");
        corpus.put(Rule.FILE_DOCTYPE, null, FIT, "<definitions ", "<!DOCTYPE definitions SYSTEM \"" + address + "\">");
        corpus.put(
                Rule.FILE_DOCTYPE,
                null,
                FOLLOW_UP,
                root,
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + address + "p\"> %p;]>");
        corpus.swap(
                Rule.FILE_FETCHES,
                null,
                JOURNEY,
                root,
                root + "xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL " + address + "BPMN20.xsd\" ");
        corpus.swap(
                Rule.FILE_FETCHES,
                null,
                FIT,
                "<definitions ",
                "<definitions xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:noNamespaceSchemaLocation=\"" + address + "DMN.xsd\" ");
        corpus.put(
                Rule.FILE_FETCHES,
                null,
                NURTURE,
                "<bpmn:process ",
                "<bpmn:import importType=\"http://www.w3.org/2001/XMLSchema\" location=\"" + address
                        + "\" namespace=\"x\" />");
        corpus.put(
                Rule.FILE_FETCHES,
                null,
                MATRIX,
                "<decision ",
                "<import importType=\"x\" locationURI=\"" + address + "\" namespace=\"x\" />");
        corpus.put(
                Rule.FILE_FETCHES,
                null,
                FOLLOW_UP,
                "<bpmn:process ",
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "\" />");
        String sheet = "<?xml-stylesheet type=\"text/xsl\" href=\"" + address + "\"?>";
        corpus.put(Rule.FILE_INSTRUCTION, null, JOURNEY, root, sheet);
        corpus.put(Rule.FILE_INSTRUCTION, null, FIT, "<definitions ", sheet);
        corpus.swap(Rule.FILE_ENCODING, null, JOURNEY, "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"");
        Map<String, byte[]> latin = new TreeMap<>(ShippedModels.bytes());
        latin.put(
                FOLLOW_UP,
                swapped(FOLLOW_UP, new String(latin.get(FOLLOW_UP), UTF_8), "Make contact", "M\u00fcller anrufen")
                        .getBytes(ISO_8859_1));
        corpus.addBytes(Rule.FILE_ENCODING, null, "bytes that are not UTF-8", latin);
        corpus.swap(Rule.FILE_VERSION, null, NURTURE, "version=\"1.0\"", "version=\"1.1\"");
        corpus.swap(Rule.FILE_MALFORMED, null, JOURNEY, "</bpmn:process>", "");
        corpus.change(Rule.FILE_MALFORMED, null, FIT, "cut in half", text -> text.substring(0, text.length() / 2));
        corpus.swap(Rule.FILE_MALFORMED, null, NURTURE, "<bpmn:process ", "<other:process ");
        corpus.change(Rule.FILE_MALFORMED, null, FOLLOW_UP, "empty", text -> "");
        corpus.swap(Rule.FILE_MALFORMED, null, JOURNEY, "One lead from captured", "&anything; from captured");
        corpus.put(Rule.FILE_SIZE, null, JOURNEY, root, "<!--" + "x".repeat(1 << 20) + "-->");
        corpus.put(Rule.FILE_ELEMENTS, null, NURTURE, "<bpmn:process ", "<bpmn:x/>".repeat(20_001));
        corpus.put(Rule.FILE_DEPTH, null, NURTURE, "<bpmn:process ", "<bpmn:x>".repeat(60) + "</bpmn:x>".repeat(60));
        corpus.swap(Rule.FILE_ATTRIBUTE, null, FOLLOW_UP, "name=\"Make contact\"", "name=\"" + "x".repeat(4001) + "\"");
        corpus.change(Rule.FILE_ROOT, null, JOURNEY, "a page", text -> "<html><body/></html>");
        corpus.change(
                Rule.FILE_ROOT,
                null,
                FIT,
                "the DMN of before",
                text -> text.replace(
                        "https://www.omg.org/spec/DMN/20191111/MODEL/",
                        "http://www.omg.org/spec/DMN/20151101/dmn.xsd"));
        Map<String, String> more = corpus.shipped();
        more.put("readme.txt", "What I changed");
        corpus.add(Rule.FILE_KIND, null, "a text among them", more);
        Map<String, String> form = corpus.shipped();
        form.put("qualify.form", "{\"components\": []}");
        corpus.add(Rule.FILE_KIND, null, "a form of Modeler", form);
        Map<String, String> twice = corpus.shipped();
        twice.put("lead-fit (2).dmn", String.valueOf(twice.get(FIT)));
        corpus.add(Rule.FILE_TWICE, null, "two files of one table", twice);
    }

    private void code() {
        corpus.put(
                Rule.CODE,
                "Activity_Script",
                JOURNEY,
                FIRST_FLOW,
                "<bpmn:scriptTask id=\"Activity_Script\""
                        + " scriptFormat=\"juel\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>");
        String checks = "Activity_CheckReachable";
        corpus.swap(Rule.CODE, checks, JOURNEY, CHECK, CHECK + " camunda:class=\"java.lang.Object\"");
        corpus.swap(Rule.CODE, checks, JOURNEY, CHECK, CHECK + " camunda:expression=\"1\"");
        corpus.swap(Rule.CODE, checks, JOURNEY, CHECK, CHECK + " camunda:type=\"shell\"");
        corpus.swap(Rule.CODE, checks, JOURNEY, CHECK, CHECK + " camunda:type=\"external\" camunda:topic=\"t\"");
        String listener = "<camunda:executionListener delegateExpression=\"${pausePromises}\" event=\"start\" />";
        corpus.put(
                Rule.CODE,
                "Event_QuestionAsked",
                JOURNEY,
                listener,
                "<camunda:executionListener class=\"x.Y\" event=\"start\" />");
        corpus.put(
                Rule.CODE,
                "Event_QuestionAsked",
                JOURNEY,
                listener,
                "<camunda:executionListener expression=\"1\" event=\"start\" />");
        corpus.put(
                Rule.CODE,
                "Event_QuestionAsked",
                JOURNEY,
                listener,
                "<camunda:executionListener event=\"start\"><camunda:script"
                        + " scriptFormat=\"juel\">1</camunda:script></camunda:executionListener>");
        String output = "<camunda:outputParameter name=\"cooling\">${null}</camunda:outputParameter>";
        corpus.put(
                Rule.CODE,
                "Activity_Nurture",
                JOURNEY,
                output,
                "<camunda:outputParameter name=\"track\"><camunda:script"
                        + " scriptFormat=\"juel\">1</camunda:script></camunda:outputParameter>");
        corpus.put(
                Rule.CODE,
                "Activity_Nurture",
                JOURNEY,
                "<camunda:inputOutput>",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>");
        corpus.put(
                Rule.CODE,
                "Activity_Nurture",
                JOURNEY,
                "<camunda:inputOutput>",
                "<camunda:field name=\"url\" stringValue=\"" + address + "\" />");
        corpus.swap(
                Rule.CODE,
                "Flow_SalesReady",
                JOURNEY,
                DECIDE_FLOW,
                DECIDE_FLOW.replace("xsi:type", "camunda:resource=\"" + address + "\" xsi:type"));
        corpus.swap(
                Rule.CODE,
                "Activity_FollowUp",
                JOURNEY,
                "calledElement=\"lead-follow-up\"",
                "calledElement=\"lead-follow-up\" camunda:variableMappingClass=\"x.Y\"");
        corpus.swap(
                Rule.CODE,
                "Activity_QualifyLead",
                JOURNEY,
                QUALIFY,
                QUALIFY.replace(" name=", " camunda:formHandlerClass=\"x.Y\" name="));
        corpus.swap(
                Rule.ATTRIBUTE_UNKNOWN,
                checks,
                JOURNEY,
                CHECK,
                CHECK + " xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"java.lang.Object\"");
        corpus.swap(
                Rule.ATTRIBUTE_UNKNOWN,
                checks,
                JOURNEY,
                CHECK,
                CHECK + " xmlns:o=\"http://operaton.org/schema/1.0/bpmn\" o:class=\"java.lang.Object\"");
    }
}
