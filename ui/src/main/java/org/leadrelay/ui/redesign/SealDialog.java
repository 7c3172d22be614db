package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.redesign.Release;
import org.leadrelay.ui.component.FormDialog;

/** Dialog before a candidate is sealed: what it is for, in one line. */
final class SealDialog extends FormDialog {

    private static final int LONGEST = 120;

    private final TextField title = new TextField();

    SealDialog(Release release) {
        super("34em");
        setHeaderTitle(getTranslation("redesign.seal.ask", release.number()));
        Paragraph what = new Paragraph(getTranslation("redesign.seal.what"));
        what.addClassName("secondary");
        title.setLabel(getTranslation("redesign.seal.title"));
        title.setHelperText(getTranslation("redesign.seal.title.what"));
        title.setMaxLength(LONGEST);
        title.setValue(release.title());
        title.setWidthFull();
        title.setManualValidation(true);
        refusals().field("title", title);
        form(what, title);
    }

    void ask(SerializableConsumer<String> sealing) {
        saves(getTranslation("redesign.seal.deed"), () -> sealing.accept(title.getValue()));
        open();
    }
}
