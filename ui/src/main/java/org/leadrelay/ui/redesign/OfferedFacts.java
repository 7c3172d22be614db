package org.leadrelay.ui.redesign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.Node;
import org.leadrelay.redesign.gate.SafeXmlParser;
import org.leadrelay.redesign.gate.UnreadableFile;
import org.leadrelay.ui.component.TableEditor.Fact;

/** Suggestions for the columns and cells of a table: the facts of the product, and the values that the tables know already. */
final class OfferedFacts {

    private static final String PREFIX = "facts.";
    private static final Pattern TEXT = Pattern.compile("\"[^\"]+\"");

    private static final Set<String> YES_OR_NO = Set.of(
            "businessEmail", "hasCompany", "hasPhone", "reachable", "complete", "meetingAsked", "mayMail", "mayCall");

    private static final Set<String> TEXTS =
            Set.of("lastActivity", "occupation", "seniority", "country", "source", "captureChannel");

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    /**
     * @param files of a release; what is no table says nothing
     * @param label what a fact is called, by its name
     */
    OfferedFacts(List<ModelFile> files, UnaryOperator<String> label) {
        FactSheet.NAMES.forEach(each -> facts.add(new Fact(PREFIX + each, label.apply(each), type(each))));
        files.stream().filter(each -> each.kind() == FileKind.DECISION).forEach(this::read);
    }

    private static String type(String fact) {
        return YES_OR_NO.contains(fact) ? "boolean" : TEXTS.contains(fact) ? "string" : "double";
    }

    private void read(ModelFile file) {
        try {
            SafeXmlParser.read(file)
                    .all()
                    .filter(each -> each.is("decisionTable"))
                    .forEach(this::table);
        } catch (UnreadableFile unreadable) {
            // the gate tells; there is nothing to suggest from it
        }
    }

    private void table(Node table) {
        List<String> columns = new ArrayList<>();
        for (Node each : table.children("input")) {
            Node expression = each.child("inputExpression");
            columns.add(expression == null ? "" : text(expression));
        }
        table.children("output").forEach(each -> columns.add(each.value("name")));
        for (Node rule : table.children("rule")) {
            List<Node> cells = new ArrayList<>(rule.children("inputEntry"));
            cells.addAll(rule.children("outputEntry"));
            for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
                Set<String> known = values.computeIfAbsent(columns.get(i), ignored -> new TreeSet<>());
                TEXT.matcher(text(cells.get(i))).results().forEach(each -> known.add(each.group()));
            }
        }
    }

    private static String text(Node holder) {
        Node text = holder.child("text");
        return text == null ? "" : text.text();
    }

    /** In the order in which the product documents them. */
    List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** The values that a column could hold, as tables write them: texts in quotes; yes and no for a fact that is one. */
    List<String> values(String reads) {
        Set<String> known = new LinkedHashSet<>(values.getOrDefault(reads, Set.of()));
        if (facts.stream()
                .anyMatch(each -> each.expression().equals(reads) && each.type().equals("boolean"))) {
            known.addAll(List.of("true", "false"));
        }
        return List.copyOf(known);
    }
}
