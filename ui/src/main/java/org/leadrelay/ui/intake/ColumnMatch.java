package org.leadrelay.ui.intake;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.intake.ImportMapping;
import org.leadrelay.intake.ImportPreview;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.Field;

/** State of one column's mapping, while the screen is open. */
final class ColumnMatch implements Serializable {

    private static final int LONGEST_FACT = 60;

    private final String column;
    private final List<String> samples;
    private final @Nullable String knownFact;
    private String target;
    private boolean said;
    private FactDefinition.@Nullable Type type;
    private String values = "";
    private String factName;

    ColumnMatch(ImportPreview.Column found, ImportMapping mapping) {
        column = found.name();
        samples = found.samples();
        knownFact = found.fact();
        target = found.target();
        said = !found.matched();
        factName = factName(found.name());
        mapping.columns().stream()
                .filter(each -> each.column().equals(column))
                .map(ImportMapping.Column::fact)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .ifPresent(this::take);
    }

    private void take(ImportMapping.Fact fact) {
        type = fact.type();
        factName = fact.name();
        values = fact.values() == null ? "" : String.join(", ", fact.values());
    }

    static List<String> targets() {
        return Stream.concat(
                        Arrays.stream(Field.values()).map(Field::key),
                        Stream.of(ImportMapping.CAPTURED_AT, ImportMapping.ATTRIBUTE, ImportMapping.IGNORE))
                .toList();
    }

    String column() {
        return column;
    }

    List<String> samples() {
        return samples;
    }

    String target() {
        return target;
    }

    /** Whether a person or a saved mapping chose the target, and not the column's name. */
    boolean said() {
        return said;
    }

    boolean isAttribute() {
        return target.equals(ImportMapping.ATTRIBUTE);
    }

    boolean isIgnored() {
        return target.equals(ImportMapping.IGNORE);
    }

    FactDefinition.@Nullable Type type() {
        return type;
    }

    String values() {
        return values;
    }

    /** What the decision tables call it. */
    String fact() {
        return "facts." + (type == null && knownFact != null ? knownFact : factName);
    }

    /** Whether the tables read it without anything being said here. */
    boolean isKnownFact() {
        return knownFact != null;
    }

    void becomes(String newTarget) {
        target = newTarget;
        said = true;
        if (!isAttribute()) {
            type = null;
        }
    }

    void factOf(FactDefinition.@Nullable Type newType) {
        type = newType;
        said = true;
    }

    void oneOf(String newValues) {
        values = newValues;
        said = true;
    }

    ImportMapping.Column mapped() {
        FactDefinition.Type known = type;
        ImportMapping.Fact fact = known == null ? null : new ImportMapping.Fact(factName, known, list());
        return new ImportMapping.Column(column, target, fact);
    }

    private List<String> list() {
        return Arrays.stream(values.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Total Visits becomes totalVisits: what can stand in a decision table. */
    private static String factName(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("[^\\p{L}\\p{N}]+", -1)) {
            String plain = word.replaceAll("[^A-Za-z0-9]", "");
            if (plain.isEmpty()) {
                continue;
            }
            String lower = plain.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        }
        String found = name.toString();
        if (found.isEmpty() || !Character.isLetter(found.charAt(0))) {
            found = "column" + found;
        }
        return found.length() > LONGEST_FACT ? found.substring(0, LONGEST_FACT) : found;
    }
}
