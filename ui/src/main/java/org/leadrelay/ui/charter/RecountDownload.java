package org.leadrelay.ui.charter;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import org.leadrelay.export.RecomputationExports;

/** CSV download link of every running promise before and after a version. */
final class RecountDownload extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient RecomputationExports exports;
    private final int version;

    RecountDownload(RecomputationExports exports, int version) {
        this.exports = exports;
        this.version = version;
        setText(getTranslation("charter.recount.file"));
        setHref(this::write);
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("recomputation-%d.csv".formatted(version));
        event.setContentType("text/csv;charset=UTF-8");
        exports.write(version, event.getOutputStream());
    }
}
