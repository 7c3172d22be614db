package org.leadrelay.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Wording;

/** The columns of one file, matched to fields; turns its rows into captures. */
final class Columns {

    private static final Wording WORDING = Wording.of(Columns.class);

    private static final Set<String> NOTHING_CHOSEN =
            Set.of("select", "--none--", "-none-", "-- select --", "please select", "bitte wählen");

    private final List<Matched> matched;
    private final List<String> warnings = new ArrayList<>();

    /**
     * A column.
     *
     * @param name unique within the file
     * @param field null for an attribute or an ignored column
     * @param attribute the name under which it is kept, null when it is not
     * @param byName whether nobody said anything about it
     */
    record Matched(String name, @Nullable Field field, @Nullable String attribute, boolean byName) {

        String target() {
            if (field != null) {
                return field.key();
            }
            return attribute == null ? ImportMapping.IGNORE : ImportMapping.ATTRIBUTE;
        }
    }

    Columns(List<String> header, ImportMapping mapping, Synonyms synonyms) {
        Set<String> taken = new HashSet<>();
        List<Matched> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = unique(header.get(i).strip(), i, taken);
            columns.add(match(name, mapping, synonyms));
        }
        matched = List.copyOf(columns);
        for (ImportMapping.Column each : mapping.columns()) {
            if (!taken.contains(each.column())) {
                warnings.add(WORDING.say("noColumn", each.column()));
            }
        }
    }

    private String unique(String raw, int index, Set<String> taken) {
        String name = raw.isEmpty() ? "Column " + (index + 1) : raw;
        if (raw.isEmpty()) {
            warnings.add(WORDING.say("nameless", index + 1, name));
        }
        String unique = name;
        for (int again = 2; !taken.add(unique); again++) {
            unique = name + " (" + again + ")";
        }
        if (!unique.equals(name)) {
            warnings.add(WORDING.say("twice", name, unique));
        }
        return unique;
    }

    private static Matched match(String name, ImportMapping mapping, Synonyms synonyms) {
        Optional<ImportMapping.Column> said = mapping.column(name);
        if (said.isEmpty()) {
            Optional<Field> field = synonyms.field(name);
            return new Matched(name, field.orElse(null), field.isEmpty() ? name : null, true);
        }
        ImportMapping.Column column = said.get();
        if (column.target().equals(ImportMapping.IGNORE)) {
            return new Matched(name, null, null, false);
        }
        ImportMapping.Fact fact = column.fact();
        if (column.target().equals(ImportMapping.ATTRIBUTE)) {
            return new Matched(name, null, fact == null ? name : fact.name(), false);
        }
        return new Matched(name, Field.of(column.target()).orElseThrow(), null, false);
    }

    List<Matched> all() {
        return matched;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Why the row does not fit the header; null when it does. */
    @Nullable String problem(CsvRow row) {
        if (row.problem() != null) {
            return row.problem();
        }
        for (int i = matched.size(); i < row.cells().size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                return WORDING.say("cells", row.cells().size(), matched.size());
            }
        }
        return null;
    }

    /** Of two columns for one field the first that says something counts; the other is kept. */
    Capture capture(CsvRow row) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < Math.min(matched.size(), row.cells().size()); i++) {
            Matched column = matched.get(i);
            String value = row.cells().get(i).strip();
            if (value.isEmpty() || NOTHING_CHOSEN.contains(value.toLowerCase(Locale.ROOT))) {
                continue;
            }
            Field field = column.field();
            if (field != null && fields.putIfAbsent(field, value) != null) {
                attributes.add(new Attribute(column.name(), value));
            } else if (column.attribute() != null) {
                attributes.add(new Attribute(column.attribute(), value));
            }
        }
        return new Capture(fields, attributes, List.of(), null);
    }
}
