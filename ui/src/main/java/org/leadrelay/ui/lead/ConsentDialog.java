package org.leadrelay.ui.lead;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.Consumer;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Statement;
import org.leadrelay.ui.component.BasisField;
import org.leadrelay.ui.component.FormDialog;

/** Dialog to record a consent or an objection. */
class ConsentDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<Boolean> given = new RadioButtonGroup<>();
    private final RadioButtonGroup<Channel> channel = new RadioButtonGroup<>();
    private final TextField purpose = new TextField();
    private final BasisField basis = new BasisField();
    private final TextArea wording = new TextArea();
    private final TextField source = new TextField();
    private final Paragraph meaning = new Paragraph();

    /**
     * @param action records what was said; what it refuses is shown beside the fields
     */
    ConsentDialog(String lead, Consumer<Statement> action) {
        super("32rem");
        given.setLabel(getTranslation("consent.said"));
        given.setItems(true, false);
        given.setItemLabelGenerator(each -> getTranslation(each ? "consent.given" : "consent.objected"));
        given.setValue(true);
        given.addValueChangeListener(event -> arrange());
        channel.setLabel(getTranslation("consent.channel"));
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(
                each -> getTranslation("channel." + each.name().toLowerCase(Locale.ROOT)));
        channel.setValue(Channel.MAIL);
        purpose.setLabel(getTranslation("consent.purpose"));
        purpose.setValue("marketing");
        purpose.setMaxLength(200);
        wording.setLabel(getTranslation("consent.wording"));
        wording.setMaxLength(5_000);
        wording.setMinRows(2);
        source.setLabel(getTranslation("consent.source"));
        source.setHelperText(getTranslation("consent.source.hint"));
        source.setMaxLength(200);
        wording.setManualValidation(true);
        source.setManualValidation(true);
        for (HasSize each : new com.vaadin.flow.component.HasSize[] {purpose, basis, wording, source}) {
            each.setWidthFull();
        }
        meaning.addClassName("secondary");
        refusals()
                .field("consent", basis)
                .field("basis", basis)
                .field("purpose", purpose)
                .field("wording", wording)
                .field("source", source);
        setHeaderTitle(getTranslation("consent.title", lead));
        form(given, channel, purpose, basis, wording, source, meaning);
        saves(getTranslation("consent.record"), () -> action.accept(statement()));
        arrange();
    }

    @Override
    protected void save() {
        if (basis.isComplete(given.getValue())) {
            super.save();
        }
    }

    private void arrange() {
        basis.setVisible(given.getValue());
        meaning.setText(getTranslation(given.getValue() ? "consent.given.why" : "consent.objected.why"));
    }

    private Statement statement() {
        boolean consents = given.getValue();
        return new Statement(
                channel.getValue(),
                consents,
                purpose.getValue().strip(),
                consents ? basis.given() : "objection",
                wording.getValue().isBlank() ? null : wording.getValue().strip(),
                source.getValue().isBlank() ? null : source.getValue().strip(),
                null);
    }
}
