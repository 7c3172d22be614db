package org.leadrelay.ui.intake;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.UUID;
import org.leadrelay.intake.Imports;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.PageAccess;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.component.UploadWords;

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
        upload.setI18n(UploadWords.of(
                key -> getTranslation(key),
                getTranslation("imports.one"),
                getTranslation("imports.too-big", MOST_MEGABYTES),
                getTranslation("imports.no-csv")));
        upload.setWidthFull();
        add(upload);
    }

    private void take(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try {
            UUID draft = imports.upload(event.getFileName(), event.getInputStream());
            PageAccess.run(ui, () -> taken.accept(draft));
        } catch (ProductException refusal) {
            PageAccess.run(ui, () -> {
                upload.clearFileList();
                Toasts.refused(refusal);
            });
        }
    }
}
