package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.List;
import org.leadrelay.export.TaskExports;
import org.leadrelay.export.TaskExports.Column;

/** CSV download link of exactly what the inbox lists. */
final class InboxDownload extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient TaskExports exports;
    private final transient TaskWords words;
    private final SerializableSupplier<InboxState> shown;

    InboxDownload(TaskExports exports, TaskWords words, SerializableSupplier<InboxState> shown) {
        this.exports = exports;
        this.words = words;
        this.shown = shown;
        setText(getTranslation("inbox.csv"));
        setTitle(getTranslation("inbox.csv.logged"));
        setHref(this::write);
    }

    private void write(DownloadEvent event) throws IOException {
        InboxState now = shown.get();
        List<Column> columns = now.columns().stream()
                .flatMap(each -> each.cells().stream())
                .map(each -> new Column(words.text("inbox.column." + each.name()), row -> each.text(row, words)))
                .toList();
        event.setFileName("tasks.csv");
        event.setContentType("text/csv;charset=UTF-8");
        exports.write(now.query(), columns, event.getOutputStream());
    }
}
