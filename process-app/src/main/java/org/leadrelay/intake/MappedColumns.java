package org.leadrelay.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.ConsentCell;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Statement;
import org.leadrelay.platform.Wording;

/** Column mapping of one file; turns its rows into captures. */
final class MappedColumns {

    private static final Wording WORDING = Wording.of(MappedColumns.class);

    private static final Set<String> NOTHING_CHOSEN =
            Set.of("select", "--none--", "-none-", "-- select --", "please select", "bitte wählen");

    private final List<Matched> matched;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<Integer, Integer> moments;
    private final ColumnHabits habits;

    /**
     * A column.
     *
     * @param name unique within the file
     * @param field null for an attribute or an ignored column
     * @param attribute the name under which it is kept, null when it is not
     * @param moment whether it holds the moment of its record
     * @param byName whether nobody said anything about it
     */
    record Matched(
            String name, @Nullable Field field, @Nullable String attribute, boolean moment, boolean byName) {

        String target() {
            if (moment) {
                return ImportMapping.CAPTURED_AT;
            }
            if (field != null) {
                return field.key();
            }
            return attribute == null ? ImportMapping.IGNORE : ImportMapping.ATTRIBUTE;
        }
    }

    MappedColumns(List<String> header, ImportMapping mapping, Synonyms synonyms) {
        this(header, mapping, synonyms, FileEvidence.NONE);
    }

    MappedColumns(List<String> header, ImportMapping mapping, Synonyms synonyms, FileEvidence evidence) {
        Set<String> taken = new HashSet<>();
        List<Matched> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = unique(header.get(i).strip(), i, taken);
            columns.add(match(name, mapping, synonyms));
        }
        recognizeMoment(columns, evidence);
        matched = List.copyOf(columns);
        moments = momentsOfConsent(evidence);
        habits = ColumnHabits.NONE;
        for (ImportMapping.Column each : mapping.columns()) {
            if (!taken.contains(each.column())) {
                unknown.add(each.column());
                warnings.add(WORDING.text("noColumn", each.column()));
            }
        }
    }

    private MappedColumns(MappedColumns of, ColumnHabits habits) {
        this.matched = of.matched;
        this.moments = of.moments;
        this.warnings.addAll(of.warnings);
        this.unknown.addAll(of.unknown);
        this.habits = habits;
    }

    /** The same columns, whose numbers and dates are read by these habits. */
    MappedColumns reading(ColumnHabits by) {
        return new MappedColumns(this, by);
    }

    /** The surest of the names that mean a record's moment, when its cells are dates. */
    private static void recognizeMoment(List<Matched> columns, FileEvidence evidence) {
        if (columns.stream().anyMatch(Matched::moment)) {
            return;
        }
        int surest = Integer.MAX_VALUE;
        int place = -1;
        for (int i = 0; i < columns.size(); i++) {
            Matched each = columns.get(i);
            int sure = MomentWords.ofRecord(each.name()).orElse(Integer.MAX_VALUE);
            if (each.byName()
                    && each.field() == null
                    && sure < surest
                    && evidence.column(i).isOfDates()) {
                surest = sure;
                place = i;
            }
        }
        if (place >= 0) {
            columns.set(place, new Matched(columns.get(place).name(), null, null, true, true));
        }
    }

    /** Which column says when the consent or objection of another was given. */
    private Map<Integer, Integer> momentsOfConsent(FileEvidence evidence) {
        Map<Integer, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < matched.size(); i++) {
            Field field = matched.get(i).field();
            for (int j = 0; j < matched.size() && field != null && field.isSwitch(); j++) {
                Matched other = matched.get(j);
                boolean free = other.attribute() != null || other.field() == field;
                if (i != j
                        && free
                        && other.byName()
                        && evidence.column(j).isOfDates()
                        && MomentWords.isMomentOf(other.name(), matched.get(i).name())) {
                    found.putIfAbsent(i, j);
                }
            }
        }
        return found;
    }

    private String unique(String raw, int index, Set<String> taken) {
        String name = raw.isEmpty() ? "Column " + (index + 1) : raw;
        if (raw.isEmpty()) {
            warnings.add(WORDING.text("nameless", index + 1, name));
        }
        String unique = name;
        for (int again = 2; !taken.add(unique); again++) {
            unique = name + " (" + again + ")";
        }
        if (!unique.equals(name)) {
            warnings.add(WORDING.text("twice", name, unique));
        }
        return unique;
    }

    private static Matched match(String name, ImportMapping mapping, Synonyms synonyms) {
        Optional<ImportMapping.Column> said = mapping.column(name);
        if (said.isEmpty()) {
            Optional<Field> field = synonyms.field(name);
            return new Matched(name, field.orElse(null), field.isEmpty() ? name : null, false, true);
        }
        ImportMapping.Column column = said.get();
        if (column.target().equals(ImportMapping.IGNORE)) {
            return new Matched(name, null, null, false, false);
        }
        if (column.target().equals(ImportMapping.CAPTURED_AT)) {
            return new Matched(name, null, null, true, false);
        }
        ImportMapping.Fact fact = column.fact();
        if (column.target().equals(ImportMapping.ATTRIBUTE)) {
            return new Matched(name, null, fact == null ? name : fact.name(), false, false);
        }
        return new Matched(name, Field.of(column.target()).orElseThrow(), null, false, false);
    }

    List<Matched> all() {
        return matched;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Columns that the mapping says something about and that the file has not. */
    List<String> unknown() {
        return unknown;
    }

    /** By the place of a column of consent: where the moment of each consent stands. */
    Map<Integer, Integer> moments() {
        return moments;
    }

    ColumnHabits habits() {
        return habits;
    }

    /** Why the row does not fit the header; null when it does. */
    @Nullable
    String problem(CsvRow row) {
        if (row.problem() != null) {
            return row.problem();
        }
        for (int i = matched.size(); i < row.cells().size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                return WORDING.text("cells", row.cells().size(), matched.size());
            }
        }
        return null;
    }

    /** Of two columns for one field the first that says something counts; the other is kept. */
    Capture capture(CsvRow row) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        List<Attribute> attributes = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        Instant at = null;
        for (int i = 0; i < Math.min(matched.size(), row.cells().size()); i++) {
            Matched column = matched.get(i);
            String value = row.cells().get(i).strip();
            if (value.isEmpty() || NOTHING_CHOSEN.contains(value.toLowerCase(Locale.ROOT))) {
                continue;
            }
            Field field = column.field();
            if (column.moment()) {
                Optional<Instant> moment = habits.moment(i, value);
                at = at == null ? moment.orElse(null) : at;
                if (moment.isEmpty()) {
                    attributes.add(new Attribute(column.name(), value));
                }
            } else if (field != null && field.isSwitch() && said(row, i, field, statements)) {
                fields.putIfAbsent(field, "");
            } else if (field != null && fields.putIfAbsent(field, habits.number(i, value)) != null) {
                if (objects(field, value)) {
                    fields.put(field, value);
                } else {
                    attributes.add(new Attribute(column.name(), value));
                }
            } else if (column.attribute() != null) {
                attributes.add(new Attribute(column.attribute(), habits.number(i, value)));
            }
        }
        fields.values().removeIf(String::isEmpty);
        return new Capture(fields, attributes, statements, at);
    }

    /** Of several columns, one for each newsletter, a single objection holds. */
    private static boolean objects(Field field, String value) {
        return field.isSwitch()
                && ConsentCell.read(field, value)
                        .filter(each -> each.meaning() == ConsentCell.Meaning.OBJECTS)
                        .isPresent();
    }

    /**
     * Whether a consent or objection is known with its moment; otherwise its cell is read later.
     */
    private boolean said(CsvRow row, int column, Field field, List<Statement> into) {
        String cell = row.cells().get(column).strip();
        ConsentCell.Said said = ConsentCell.read(field, cell).orElse(null);
        if (said == null || said.meaning() == ConsentCell.Meaning.NOTHING) {
            return false;
        }
        Instant at =
                habits.moment(column, cell).or(() -> momentBeside(row, column)).orElse(said.at());
        if (at == null) {
            return false;
        }
        boolean agrees = said.meaning() == ConsentCell.Meaning.AGREES;
        String basis = agrees ? "consent" : "objection";
        for (Channel each : field.channels()) {
            into.add(new Statement(each, agrees, "marketing", basis, null, at));
        }
        return true;
    }

    private Optional<Instant> momentBeside(CsvRow row, int column) {
        Integer beside = moments.get(column);
        return beside == null || beside >= row.cells().size()
                ? Optional.empty()
                : habits.moment(beside, row.cells().get(beside));
    }
}
