package org.leadrelay.drift;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.drift.DriftTable.FindingRow;
import org.leadrelay.drift.DriftTable.Row;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query of the drift of the decision tables: what lasts, and what ended in the last four weeks. */
@Service
public class Drifts {

    private final DriftTable drifts;
    private final DriftWords words;
    private final CurrentPerson person;
    private final Clock clock;

    Drifts(DriftTable drifts, DriftWords words, CurrentPerson person, Clock clock) {
        this.drifts = drifts;
        this.words = words;
        this.person = person;
        this.clock = clock;
    }

    /** What lasts first, then newest first; in the language of the current request. */
    @Transactional(readOnly = true)
    public List<Drift> all() {
        person.get().mustHave(Permission.READ_PROCESS);
        List<Row> rows = drifts.since(clock.instant().minus(DriftRule.USUAL));
        Map<Long, List<FindingRow>> findings = drifts
                .findings(rows.stream().map(Row::id).toList())
                .stream()
                .collect(Collectors.groupingBy(FindingRow::drift));
        Locale locale = Wording.language();
        return rows.stream()
                .map(each -> drift(each, findings.getOrDefault(each.id(), List.of()), locale))
                .toList();
    }

    /** How many sources it is that drift now. */
    @Transactional(readOnly = true)
    public int lasting() {
        person.get().mustHave(Permission.READ_PROCESS);
        return drifts.open().size();
    }

    private Drift drift(Row row, List<FindingRow> findings, Locale locale) {
        return new Drift(
                row.id(),
                row.source(),
                row.beganAt(),
                row.foundAt(),
                row.endedAt(),
                row.handedUsually(),
                row.handed(),
                findings.stream().map(each -> finding(each, locale)).toList(),
                words.sentence(row, findings, locale));
    }

    private Drift.Finding finding(FindingRow row, Locale locale) {
        return new Drift.Finding(
                row.table(),
                emptyIsNull(row.fact()),
                row.usually(),
                row.now(),
                row.endedAt(),
                words.finding(row, locale));
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
