package org.leadrelay.ui.component;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import java.util.function.UnaryOperator;

/** Words of an upload in the reader's language; each upload says itself what it takes and what is too large. */
public final class UploadWords {

    private UploadWords() {}

    /**
     * @param text of a key
     */
    public static UploadI18N of(UnaryOperator<String> text, String tooMany, String tooLarge, String otherKind) {
        UploadI18N words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(tooMany)
                .setFileIsTooBig(tooLarge)
                .setIncorrectFileType(otherKind));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(text.apply("upload.connecting"))
                        .setStalled(text.apply("upload.stalled"))
                        .setProcessing(text.apply("upload.processing"))
                        .setHeld(text.apply("upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(text.apply("upload.left"))
                        .setUnknown(text.apply("upload.left.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(text.apply("upload.failed"))
                        .setUnexpectedServerError(text.apply("upload.failed"))
                        .setForbidden(text.apply("upload.forbidden"))));
        words.setFile(new UploadI18N.File()
                .setRemove(text.apply("upload.remove"))
                .setRetry(text.apply("upload.retry"))
                .setStart(text.apply("upload.start")));
        words.setUnits(List.of("B", "kB", "MB", "GB"));
        return words;
    }
}
