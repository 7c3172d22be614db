package org.leadrelay.ui.intake;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.leadrelay.intake.Imports;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.Toasts;

/** Upload of one CSV file; it is streamed into the database and is nowhere held as a whole. */
final class FileDrop extends Div {

    private static final int MOST_MEGABYTES = 256;

    private final Imports imports;
    private final SerializableConsumer<UUID> taken;
    private final Upload upload;

    FileDrop(Imports imports, SerializableConsumer<UUID> taken) {
        this.imports = imports;
        this.taken = taken;
        this.upload = new Upload((UploadHandler) this::take);
        upload.addFileRejectedListener(event -> Toasts.failed(event.getErrorMessage()));

        addClassName("file-drop");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_MEGABYTES * 1024 * 1024);
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", "text/csv", "text/plain", "application/vnd.ms-excel");
        Button choose = new Button(getTranslation("imports.choose"));
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("imports.drop")));
        upload.setI18n(words());
        upload.setWidthFull();
        add(upload);
    }

    private UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("imports.one"))
                .setFileIsTooBig(getTranslation("imports.too-big", MOST_MEGABYTES))
                .setIncorrectFileType(getTranslation("imports.no-csv")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(getTranslation("imports.connecting"))
                        .setStalled(getTranslation("imports.stalled"))
                        .setProcessing(getTranslation("imports.processing"))
                        .setHeld(getTranslation("imports.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(getTranslation("imports.left"))
                        .setUnknown(getTranslation("imports.left.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(getTranslation("imports.failed"))
                        .setUnexpectedServerError(getTranslation("imports.failed"))
                        .setForbidden(getTranslation("imports.forbidden"))));
        words.setFile(new UploadI18N.File()
                .setRemove(getTranslation("imports.remove"))
                .setRetry(getTranslation("imports.retry"))
                .setStart(getTranslation("imports.start")));
        words.setUnits(List.of("B", "kB", "MB", "GB"));
        return words;
    }

    private void take(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try {
            UUID draft = imports.upload(event.getFileName(), event.getInputStream());
            Future<Void> unused = ui.access(() -> taken.accept(draft));
        } catch (ProductException refusal) {
            Future<Void> unused = ui.access(() -> {
                upload.clearFileList();
                Toasts.refused(refusal);
            });
        }
    }
}
