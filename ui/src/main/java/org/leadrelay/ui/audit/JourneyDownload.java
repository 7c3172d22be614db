package org.leadrelay.ui.audit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.UUID;
import org.leadrelay.export.JourneyExports;

/** Download link of one log with the program that verifies it. */
final class JourneyDownload extends Anchor {

    private final JourneyExports exports;
    private final UUID stream;

    JourneyDownload(JourneyExports exports, UUID stream) {
        this.exports = exports;
        this.stream = stream;
        setText(getTranslation("audit.export"));
        setTitle(getTranslation("audit.export.what"));
        setHref(this::write);
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("journey-" + stream + ".zip");
        event.setContentType("application/zip");
        exports.zip(stream, event.getOutputStream());
    }
}
