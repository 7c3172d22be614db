package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.component.UploadWords;

/**
 * Upload of models, tables and words, several at once, by button or by dropping them. The browser sends each by itself;
 * they are handed on together once the last has come, as one edition.
 */
final class ModelUpload extends Div {

    /** As the gate allows: a larger file is refused before it is sent. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final String ALL_CAME = "event.target.files.every(each => !each.uploading)";

    private final SerializableConsumer<List<UploadedFile>> taken;
    private final List<UploadedFile> come = new ArrayList<>();
    private final Upload upload;

    ModelUpload(SerializableConsumer<List<UploadedFile>> taken) {
        this.taken = taken;
        this.upload = new Upload((UploadHandler) this::receive);
        upload.addFileRejectedListener(event -> Toasts.failed(event.getErrorMessage()));
        for (String each : List.of("upload-success", "upload-error")) {
            upload.getElement().addEventListener(each, event -> all()).setFilter(ALL_CAME);
        }

        addClassName("redesign-upload");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileTypes(
                Arrays.stream(FileKind.values()).map(FileKind::ending).toArray(String[]::new));
        Button choose = new Button(getTranslation("redesign.upload"));
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("redesign.upload.drop")));
        upload.setI18n(UploadWords.of(
                key -> getTranslation(key),
                "",
                getTranslation("redesign.upload.large"),
                getTranslation("redesign.upload.type")));
        upload.setWidthFull();
        add(upload);
    }

    /** On a thread of the container; several files may come at the same time. */
    private void receive(UploadEvent event) throws IOException {
        try (InputStream content = event.getInputStream()) {
            byte[] read = content.readNBytes(MOST_BYTES + 1);
            synchronized (come) {
                come.add(new UploadedFile(event.getFileName(), read));
            }
        }
    }

    private void all() {
        List<UploadedFile> files;
        synchronized (come) {
            files = List.copyOf(come);
            come.clear();
        }
        upload.clearFileList();
        if (!files.isEmpty()) {
            taken.accept(files);
        }
    }
}
