package org.leadrelay.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.lead.ImportUndo;
import org.leadrelay.lead.LeadNames;
import org.leadrelay.lead.UndoPlan;
import org.leadrelay.lead.UndoScope;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;

/** Undo of an import within a day of its end, for whoever may import; looked at before. */
@Service
public class ImportUndos {

    private static final Wording WORDING = Wording.of(ImportUndos.class);

    private static final Duration ALLOWED = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final Imports imports;
    private final CurrentPerson person;
    private final ImportUndoTable rows;
    private final ImportUndo undo;
    private final LeadNames names;
    private final ImportRunner runner;
    private final Clock clock;

    ImportUndos(
            Imports imports,
            CurrentPerson person,
            ImportUndoTable rows,
            ImportUndo undo,
            LeadNames names,
            ImportRunner runner,
            Clock clock) {
        this.imports = imports;
        this.person = person;
        this.rows = rows;
        this.undo = undo;
        this.names = names;
        this.runner = runner;
        this.clock = clock;
    }

    /** Whether the import could be asked to be undone now, by whoever may import. */
    public boolean possible(ImportProgress of) {
        return of.finished()
                && of.undo() == null
                && of.refused() < of.read()
                && !clock.instant().isAfter(until(of));
    }

    /**
     * What would happen.
     *
     * @throws NotFound when there is no such import
     * @throws Conflict when it has not ended, ended more than a day ago, or was undone already
     */
    public UndoPreview preview(UUID importId) {
        ImportProgress of = allowed(importId);
        UndoScope scope = UndoRun.scope(of);
        List<RowsOfLead> all = rows.open(importId, null);
        List<UndoPreview.Row> shown = new ArrayList<>();
        Set<UUID> withdrawn = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<RowsOfLead> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            List<UndoPlan> plans = undo.preview(scope, rows.imported(importId, some));
            Map<UUID, String> called =
                    names.of(some.stream().map(RowsOfLead::leadId).toList());
            for (int i = 0; i < some.size(); i++) {
                RowsOfLead lead = some.get(i);
                if (plans.get(i).withdraw()) {
                    withdrawn.add(lead.leadId());
                }
                lead.under(plans.get(i)).stream()
                        .filter(each -> each.outcome() != UndoOutcome.NOTHING
                                || !each.notes().isEmpty())
                        .map(each -> row(lead.leadId(), called.get(lead.leadId()), each))
                        .forEach(shown::add);
            }
        }
        shown.sort(Comparator.comparingLong(UndoPreview.Row::line));
        return new UndoPreview(
                until(of),
                withdrawn.size(),
                shown.stream().mapToLong(each -> each.back().size()).sum(),
                shown.stream().filter(ImportUndos::stays).count(),
                shown);
    }

    private static boolean stays(UndoPreview.Row row) {
        return row.outcome() == UndoOutcome.KEPT || row.outcome() == UndoOutcome.PARTLY;
    }

    private static UndoPreview.Row row(UUID leadId, @Nullable String name, RowsOfLead.Undone of) {
        return new UndoPreview.Row(
                of.line(),
                leadId,
                name,
                of.outcome(),
                of.back(),
                of.notes().stream().map(UndoNote::words).toList());
    }

    /**
     * Has it undone in the background.
     *
     * @throws NotFound when there is no such import
     * @throws Conflict when it has not ended, ended more than a day ago, or was undone already
     */
    public ImportProgress ask(UUID importId) {
        allowed(importId);
        if (!rows.ask(importId, person.get().login(), clock.instant())) {
            throw new Conflict(WORDING.text("undo.twice"));
        }
        runner.nudge();
        return imports.progress(importId);
    }

    private ImportProgress allowed(UUID importId) {
        person.get().mustHave(Permission.BRING_IN_LEADS);
        ImportProgress of = imports.progress(importId);
        if (!of.finished()) {
            throw new Conflict(WORDING.text("undo.notEnded"));
        }
        if (of.undo() != null) {
            throw new Conflict(WORDING.text("undo.twice"));
        }
        if (clock.instant().isAfter(until(of))) {
            throw new Conflict(WORDING.text("undo.late"));
        }
        return of;
    }

    private static Instant until(ImportProgress of) {
        return Objects.requireNonNull(of.finishedAt()).plus(ALLOWED);
    }
}
