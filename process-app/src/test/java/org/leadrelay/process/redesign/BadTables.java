package org.leadrelay.process.redesign;

import static org.leadrelay.process.redesign.CorpusBuilder.FIT;
import static org.leadrelay.process.redesign.CorpusBuilder.MATRIX;
import static org.leadrelay.process.redesign.CorpusBuilder.RECYCLING;

import java.util.List;
import org.leadrelay.redesign.gate.Rule;

/** Releases with one fault in a decision table each. */
final class BadTables {

    private static final String NO_LAP = "<text>&lt;= 0</text>";

    private BadTables() {}

    static void add(CorpusBuilder corpus) {
        frame(corpus);
        columns(corpus);
        cells(corpus);
        rows(corpus);
    }

    private static void frame(CorpusBuilder corpus) {
        corpus.swap(
                Rule.TIME_TO_LIVE,
                "lead-fit",
                FIT,
                "camunda:historyTimeToLive=\"P180D\"",
                "camunda:historyTimeToLive=\"P0D\"");
        corpus.swap(Rule.TIME_TO_LIVE, "recycling", RECYCLING, "camunda:historyTimeToLive=\"P180D\"", "");
        corpus.put(
                Rule.TABLE_ONE,
                "lead-fit",
                FIT,
                "<dmndi:DMNDI>",
                "<decision id=\"lead-fit-two\""
                        + " name=\"Two\"><literalExpression><text>1</text></literalExpression></decision>");
        corpus.put(
                Rule.ELEMENT_UNKNOWN, "Bkm", FIT, "<dmndi:DMNDI>", "<businessKnowledgeModel id=\"Bkm\" name=\"b\" />");
        corpus.swap(Rule.TABLE_HIT_POLICY, "recycling", RECYCLING, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"");
        corpus.swap(Rule.TABLE_HIT_POLICY, "recycling", RECYCLING, "hitPolicy=\"FIRST\"", "hitPolicy=\"RULE ORDER\"");
        corpus.swap(
                Rule.ATTRIBUTE_UNKNOWN,
                "recycling",
                RECYCLING,
                "hitPolicy=\"FIRST\"",
                "hitPolicy=\"FIRST\" aggregation=\"SUM\"");
        corpus.swap(
                Rule.ATTRIBUTE_UNKNOWN,
                "Input_Learned",
                RECYCLING,
                "<input id=\"Input_Learned\"",
                "<input camunda:inputVariable=\"x\" id=\"Input_Learned\"");
    }

    private static void columns(CorpusBuilder corpus) {
        String reads = "<text>learned</text>";
        for (String language : List.of("juel", "javascript", "groovy")) {
            corpus.swap(
                    Rule.TABLE_LANGUAGE,
                    "Input_Learned",
                    RECYCLING,
                    "<inputExpression id=\"InputExpression_Learned\"",
                    "<inputExpression expressionLanguage=\"" + language + "\" id=\"InputExpression_Learned\"");
        }
        corpus.swap(
                Rule.TABLE_LANGUAGE,
                "Rule_NoLapLeft",
                RECYCLING,
                "<inputEntry id=\"UnaryTests_NoLapLeft_LapsLeft\">",
                "<inputEntry expressionLanguage=\"juel\" id=\"UnaryTests_NoLapLeft_LapsLeft\">");
        corpus.swap(
                Rule.TABLE_LANGUAGE,
                "Rule_NoLapLeft",
                RECYCLING,
                "<outputEntry id=\"LiteralExpression_NoLapLeft_Recycle\">",
                "<outputEntry expressionLanguage=\"groovy\" id=\"LiteralExpression_NoLapLeft_Recycle\">");
        for (String other : List.of("unheardOf", "facts.shoeSize", "facts", "count(learned)", "")) {
            corpus.swap(Rule.TABLE_INPUT, "Input_Learned", RECYCLING, reads, "<text>" + other + "</text>");
        }
        corpus.swap(Rule.TABLE_INPUT, "Input_Learned", RECYCLING, "label=\"What was learned\"", "label=\"\"");
        corpus.swap(
                Rule.TABLE_TYPE,
                "Input_Learned",
                RECYCLING,
                "<inputExpression id=\"InputExpression_Learned\" typeRef=\"string\">",
                "<inputExpression id=\"InputExpression_Learned\" typeRef=\"person\">");
        for (String other : List.of("leadId", "repId", "facts", "Another lap", "gatherFacts", "")) {
            corpus.swap(Rule.TABLE_OUTPUT, "Output_Recycle", RECYCLING, "name=\"recycle\"", "name=\"" + other + "\"");
        }
        corpus.swap(
                Rule.TABLE_TYPE,
                "Output_Recycle",
                RECYCLING,
                "name=\"recycle\" typeRef=\"boolean\"",
                "name=\"recycle\" typeRef=\"yesno\"");
    }

    private static void cells(CorpusBuilder corpus) {
        for (String call : List.of(
                "count(facts.lapsLeft) &gt; 1",
                "&lt;= max(0, 1)",
                "date and time(\"2026-01-01T00:00:00\")",
                "string length(learned) &gt; 3",
                "matches(\"(a+)+\", \"aaaa\")")) {
            cell(corpus, Rule.TABLE_FUNCTION, call);
        }
        for (String loop : List.of(
                "for i in 1..100000 return i",
                "some x in [1,2] satisfies x &gt; 1",
                "every x in [1,2] satisfies x &gt; 1",
                "function(x) x")) {
            cell(corpus, Rule.TABLE_LOOP, loop);
        }
        for (String wrong : List.of("&gt; &gt; 3", "[1..", "1 2", "\"open", "{a: 1}", "3 +", "not(", ", 1", "a;b")) {
            cell(corpus, Rule.TABLE_CELL, wrong);
        }
        cell(corpus, Rule.TABLE_NAME, "nothing");
        cell(corpus, Rule.TABLE_NAME, "facts.nothing");
        cell(corpus, Rule.TABLE_CELL_TYPE, "\"none\"");
        cell(corpus, Rule.TABLE_CELL_TYPE, "true");
        corpus.swap(
                Rule.TABLE_CELL_TYPE,
                "Rule_NoLapLeft",
                RECYCLING,
                "<outputEntry id=\"LiteralExpression_NoLapLeft_Recycle\">\n          <text>false</text>",
                "<outputEntry id=\"LiteralExpression_NoLapLeft_Recycle\">\n          <text>\"no\"</text>");
        corpus.swap(
                Rule.TABLE_NAME,
                "Rule_NothingToGain",
                RECYCLING,
                "\"existingCustomer\", \"competitor\"",
                "existingCustomer");
        corpus.swap(
                Rule.TABLE_CELL,
                "Rule_NoLapLeft",
                RECYCLING,
                "<outputEntry id=\"LiteralExpression_NoLapLeft_Recycle\">\n          <text>false</text>",
                "<outputEntry id=\"LiteralExpression_NoLapLeft_Recycle\">\n          <text>false, true</text>");
    }

    private static void cell(CorpusBuilder corpus, Rule rule, String text) {
        corpus.swap(rule, "Rule_NoLapLeft", RECYCLING, NO_LAP, "<text>" + text + "</text>");
    }

    private static void rows(CorpusBuilder corpus) {
        corpus.change(
                Rule.TABLE_DEFAULT,
                "recycling",
                RECYCLING,
                "no rows",
                text -> text.replaceAll("(?s)<rule .*</rule>", ""));
        corpus.change(
                Rule.TABLE_CELLS,
                "Rule_NoLapLeft",
                RECYCLING,
                "a row with a cell too few",
                text -> text.replaceFirst("(?s)<inputEntry id=\"UnaryTests_NoLapLeft_Learned\">.*?</inputEntry>", ""));
        corpus.change(Rule.TABLE_ROWS, "lead-fit", FIT, "too many rows", text -> {
            String row = text.substring(text.indexOf("<rule "), text.indexOf("</rule>") + "</rule>".length());
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 501; i++) {
                rows.append(row.replaceAll(" id=\"[^\"]*\"", "").replace("<rule>", "<rule id=\"Rule_N" + i + "\">"));
            }
            return text.replace(row, row + rows);
        });
        String matrix = String.valueOf(corpus.shipped().get(MATRIX));
        String before = matrix.substring(0, matrix.lastIndexOf("<rule "));
        String last = before.substring(before.lastIndexOf("<rule id=\"") + "<rule id=\"".length());
        corpus.change(
                Rule.TABLE_DEFAULT,
                last.substring(0, last.indexOf('"')),
                MATRIX,
                "the last row is gone",
                text -> text.substring(0, text.lastIndexOf("<rule "))
                        + text.substring(text.lastIndexOf("</rule>") + "</rule>".length()));
        corpus.swap(
                Rule.ID_TWICE,
                "Input_Learned",
                RECYCLING,
                "<input id=\"Input_LapsLeft\"",
                "<input id=\"Input_Learned\"");
    }
}
