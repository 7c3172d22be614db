package org.leadrelay.redesign.gate;

import java.util.Map;
import java.util.Set;

/** XML namespaces of models and tables. Elements and attributes are told apart by them, never by a file's prefixes. */
public final class Namespaces {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    public static final String CAMUNDA_BPMN = "http://camunda.org/schema/1.0/bpmn";
    public static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    public static final String BPMN_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    /** Shapes, edges and where they lie. */
    public static final Set<String> DRAWING = Set.of(
            BPMN_DIAGRAM,
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");

    /** What Modeler writes for itself: colours, column widths, its own version. */
    public static final Set<String> DECORATION = Set.of(
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://camunda.org/schema/modeler/1.0");

    private static final Map<String, String> PREFIXES = Map.of(
            CAMUNDA_BPMN,
            "camunda:",
            CAMUNDA_DMN,
            "camunda:",
            XSI,
            "xsi:",
            "http://camunda.org/schema/modeler/1.0",
            "modeler:",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "bioc:",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "color:",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "biodi:");

    private Namespaces() {}

    /** An attribute's name as {@link Node#attributes} holds it. */
    static String attribute(String uri, String name) {
        if (uri.isEmpty()) {
            return name;
        }
        String prefix = PREFIXES.get(uri);
        return prefix == null ? "{" + uri + "}" + name : prefix + name;
    }

    static boolean isModel(String uri) {
        return BPMN.equals(uri) || DMN.equals(uri);
    }

    static boolean isCamunda(String uri) {
        return CAMUNDA_BPMN.equals(uri) || CAMUNDA_DMN.equals(uri);
    }
}
