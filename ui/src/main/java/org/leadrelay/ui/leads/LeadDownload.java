package org.leadrelay.ui.leads;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.export.LeadExports;

/** CSV download link of exactly what the list shows. */
final class LeadDownload extends Anchor {

    private final LeadExports export;
    private final LeadWords words;
    private final SerializableSupplier<LeadFilter> filter;
    private final Map<LeadColumn, String> headings = new EnumMap<>(LeadColumn.class);

    LeadDownload(LeadExports export, LeadWords words, SerializableSupplier<LeadFilter> filter) {
        this.export = export;
        this.words = words;
        this.filter = filter;
        for (LeadColumn each : LeadColumn.values()) {
            headings.put(each, getTranslation("leads.column." + each.key()));
        }
        setText(getTranslation("leads.csv"));
        setTitle(getTranslation("leads.csv.logged"));
        setHref(this::write);
    }

    private void write(DownloadEvent event) throws IOException {
        LeadFilter shown = filter.get();
        List<LeadExports.Column> columns = shown.columns().stream()
                .map(each ->
                        new LeadExports.Column(headings.getOrDefault(each, each.key()), row -> each.text(row, words)))
                .toList();
        event.setFileName("leads.csv");
        event.setContentType("text/csv;charset=UTF-8");
        export.write(shown.query(), columns, event.getOutputStream());
    }
}
