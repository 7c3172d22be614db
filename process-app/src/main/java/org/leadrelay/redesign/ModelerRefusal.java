package org.leadrelay.redesign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.Severity;

/**
 * Text of a refused deployment as Camunda Modeler shows it. Modeler marks nothing on the diagram and offers no link after a
 * failure, so the text names the elements and ends with the page where they are marked. It knows the first line.
 */
final class ModelerRefusal {

    static final String FIRST_LINE = "ENGINE-09005 Could not parse BPMN process.";

    static final int MOST_FINDINGS = 50;

    private static final Wording WORDING = Wording.of(ModelerRefusal.class, "modeler");

    private ModelerRefusal() {}

    /** As the engine's REST refuses a file. */
    static Map<String, String> answer(String message) {
        return Map.of("type", "ParseException", "message", message);
    }

    /** What the gate refuses in a candidate; warnings and notes, which refuse nothing, are counted. */
    static String text(List<Finding> findings, String page, Locale locale) {
        List<Finding> refusals = refusals(findings);
        StringJoiner lines = lines();
        refusals.stream().limit(MOST_FINDINGS).forEach(each -> lines.add("* " + line(each, locale)));
        if (refusals.size() > MOST_FINDINGS) {
            lines.add(WORDING.text(locale, "moreRefusals", refusals.size() - MOST_FINDINGS));
        }
        if (findings.size() > refusals.size()) {
            lines.add(WORDING.text(locale, "moreNotes", findings.size() - refusals.size()));
        }
        return lines.add(page).toString();
    }

    /** What is no file of a release, or too large to be one. */
    static String text(Invalid refusal, String page) {
        StringJoiner lines = lines();
        refusal.violations().stream()
                .limit(MOST_FINDINGS)
                .forEach(each -> lines.add("* " + inOneLine(each.field() + ": " + each.message())));
        return lines.add(page).toString();
    }

    static List<Finding> refusals(List<Finding> findings) {
        return findings.stream()
                .filter(each -> each.severity() == Severity.REFUSAL)
                .toList();
    }

    private static StringJoiner lines() {
        return new StringJoiner("\n").add(FIRST_LINE);
    }

    private static String line(Finding finding, Locale locale) {
        String where = finding.element() == null
                ? finding.file()
                : finding.file().isEmpty() ? finding.element() : finding.element() + " (" + finding.file() + ")";
        String what = inOneLine(finding.message(locale));
        return where.isEmpty() ? what : where + ": " + what;
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
