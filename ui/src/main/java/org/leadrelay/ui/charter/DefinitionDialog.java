package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.PinnedTable;
import org.leadrelay.ui.component.FieldLines;

/** Dialog of the definition of sales-ready: in words, by whom, and by which tables in which version. */
final class DefinitionDialog extends PartDialog {

    private final CharterContent said;
    private final TextField name = new TextField();
    private final TextArea idealProfile = new TextArea();
    private final ComboBox<String> qualifies;
    private final FieldLines<TableLine> tables;

    /** A table and the version of it that both sides looked at. */
    private static final class TableLine extends FieldLines.Line {

        private final TextField decision = new TextField();
        private final IntegerField version = new IntegerField();

        TableLine(PinnedTable pinned) {
            decision.setLabel(getTranslation("charter.table.decision"));
            decision.setValue(pinned.decision());
            version.setLabel(getTranslation("charter.version"));
            version.setManualValidation(true);
            version.setStepButtonsVisible(true);
            version.setValue(pinned.tableVersion());
            add(decision, version);
        }

        @Override
        public Focusable<?> first() {
            return decision;
        }
    }

    DefinitionDialog(CharterContent said, CharterChoices choices, String title) {
        super(title, "44em");
        this.said = said;
        name.setLabel(choices.words().part("name"));
        name.setHelperText(getTranslation("charter.name.what"));
        name.setValue(said.name());
        name.setWidthFull();
        idealProfile.setLabel(choices.words().part("idealProfile"));
        idealProfile.setHelperText(getTranslation("charter.profile.what"));
        idealProfile.setValue(said.idealProfile());
        idealProfile.setWidthFull();
        idealProfile.setMaxHeight("16em");
        qualifies = choices.role();
        qualifies.setLabel(choices.words().part("qualifies"));
        qualifies.setValue(said.qualifies());
        qualifies.setWidthFull();
        tables = new FieldLines<>(
                TableLine.class,
                getTranslation("charter.table.add"),
                false,
                () -> new TableLine(new PinnedTable("", 1)));
        said.tables().forEach(each -> tables.with(new TableLine(each)));
        refusals().field("name", name).field("idealProfile", idealProfile).field("qualifies", qualifies);
        H4 ofTables = new H4(getTranslation("charter.tables"));
        ofTables.addClassName("lines-title");
        form(name, idealProfile, qualifies, ofTables, tables);
    }

    @Override
    CharterContent written(FieldParser entries) {
        List<PinnedTable> pinned = new ArrayList<>();
        for (TableLine each : tables.lines()) {
            PinnedTable table = new PinnedTable(each.decision.getValue(), FieldParser.number(each.version));
            refusals().field("tables." + table.decision(), each.version);
            pinned.add(table);
        }
        return said.rewriting()
                .name(name.getValue())
                .idealProfile(idealProfile.getValue())
                .qualifies(FieldParser.chosen(qualifies))
                .tables(pinned)
                .text();
    }
}
