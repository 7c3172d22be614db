package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.leadrelay.redesign.ReleaseFile;
import org.leadrelay.redesign.Releases;
import org.leadrelay.redesign.gate.ModelFile;

/** Download link of one file of a release, or of all as a ZIP archive. */
final class ModelDownload extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient Releases releases;
    private final int release;

    private ModelDownload(Releases releases, int release, String text) {
        this.releases = releases;
        this.release = release;
        setText(text);
    }

    static ModelDownload of(Releases releases, int release, ModelFile file, String text) {
        ModelDownload link = new ModelDownload(releases, release, text);
        link.setHref(event -> write(event, file.name(), link.current(file)));
        return link;
    }

    /** Of a file as the product brings it. */
    static ModelDownload ofProduct(Releases releases, int release, ModelFile file, String text) {
        ModelDownload link = new ModelDownload(releases, release, text);
        link.setHref(event -> write(event, file.name(), file.content()));
        return link;
    }

    static ModelDownload all(Releases releases, int release, String text) {
        ModelDownload link = new ModelDownload(releases, release, text);
        link.setHref(link::writeAll);
        return link;
    }

    private static void write(DownloadEvent event, String name, byte[] content) throws IOException {
        event.setFileName(name);
        event.setContentType("application/octet-stream");
        event.getOutputStream().write(content);
    }

    private byte[] current(ModelFile file) {
        return releases.files(release).stream()
                .map(ReleaseFile::file)
                .filter(each -> each.id().equals(file.id()))
                .findFirst()
                .orElse(file)
                .content();
    }

    private void writeAll(DownloadEvent event) throws IOException {
        event.setFileName("release-%d.zip".formatted(release));
        event.setContentType("application/zip");
        List<ReleaseFile> files = releases.files(release);
        try (ZipOutputStream zip = new ZipOutputStream(event.getOutputStream())) {
            for (ReleaseFile each : files) {
                zip.putNextEntry(new ZipEntry(each.file().name()));
                zip.write(each.file().content());
                zip.closeEntry();
            }
        }
    }
}
