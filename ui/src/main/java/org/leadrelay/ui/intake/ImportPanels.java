package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.intake.ImportProgress;
import org.leadrelay.intake.ImportResults;
import org.leadrelay.intake.ImportUndos;
import org.leadrelay.intake.Imports;
import org.leadrelay.intake.Mappings;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;

/** Factory of the panels on an import's page: to match a draft, and to follow what runs. */
@org.springframework.stereotype.Component
class ImportPanels {

    private final Imports imports;
    private final Mappings mappings;
    private final ImportResults results;
    private final ImportUndos undos;
    private final CurrentPerson person;
    private final People people;
    private final Times times;
    private final Ticker ticker;

    ImportPanels(
            Imports imports,
            Mappings mappings,
            ImportResults results,
            ImportUndos undos,
            CurrentPerson person,
            People people,
            Times times,
            Ticker ticker) {
        this.imports = imports;
        this.mappings = mappings;
        this.results = results;
        this.undos = undos;
        this.person = person;
        this.people = people;
        this.times = times;
        this.ticker = ticker;
    }

    /** What a draft holds, and what each column means. */
    MatchPanel match(ImportProgress draft, SerializableConsumer<ImportProgress> started) {
        return new MatchPanel(imports, mappings, person, times, draft.id(), started);
    }

    /** How far it is, its undo, and its rows, which follow both. */
    List<Component> followed(ImportProgress running) {
        RowsPanel rows = new RowsPanel(results, running.id());
        boolean onlyReads = ImportsView.onlyReads(person);
        return List.of(
                new ProgressPanel(
                        imports,
                        results,
                        ticker,
                        times,
                        people.displayName(running.createdBy()),
                        onlyReads,
                        rows::refresh,
                        running),
                new UndoPanel(imports, undos, people, times, ticker, onlyReads, rows::refresh, running),
                rows);
    }
}
