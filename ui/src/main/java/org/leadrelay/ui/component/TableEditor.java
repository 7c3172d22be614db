package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import java.util.Map;

/**
 * DMN table editor (dmn-js), to read or to edit one decision table. What changed is told as DMN XML when the typing
 * pauses; dmn-js is loaded with the first table that is shown.
 */
@Tag("lr-table-editor")
@NpmPackage(value = "dmn-js", version = "17.10.2")
@NpmPackage(value = "dmn-js-decision-table", version = "17.10.2")
@NpmPackage(value = "dmn-js-shared", version = "17.10.2")
@JsModule("./components/table-editor.ts")
public class TableEditor extends Component implements HasSize, HasStyle {

    private static final long serialVersionUID = 1L;

    /**
     * Fact that a column may read.
     *
     * @param expression {@code facts.seniority}
     * @param type as DMN writes it: {@code string}, {@code double}, {@code boolean}
     */
    public record Fact(String expression, String label, String type) {}

    public TableEditor(String label) {
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", label);
    }

    /** Shows a table that nobody may edit. */
    public void show(String xml) {
        content(xml, true);
    }

    /** Shows a table for editing. */
    public void edit(String xml) {
        content(xml, false);
    }

    private void content(String xml, boolean readOnly) {
        getElement()
                .setPropertyMap(
                        "content",
                        Map.of(
                                "xml",
                                xml,
                                "readOnly",
                                readOnly,
                                "language",
                                getLocale().getLanguage()));
    }

    /** Adds a condition that reads a fact, behind the others. */
    public void addInput(Fact fact) {
        getElement()
                .executeJs(
                        "this.addInput({ expression: $0, label: $1, type: $2 })",
                        fact.expression(),
                        fact.label(),
                        fact.type());
    }

    /**
     * Puts a value into the chosen cell: beside the others of a condition, in place of a result.
     *
     * @param value as the table writes it, a text in quotes
     */
    public void putValue(String value) {
        getElement().callJsFunction("putValue", value);
    }

    /** Tells first what was typed since it was last told, and then goes on. */
    public void afterTyping(SerializableRunnable then) {
        getElement().callJsFunction("flush").then(told -> then.run());
    }

    public Registration addTableChangedListener(ComponentEventListener<TableChanged> listener) {
        return addListener(TableChanged.class, listener);
    }

    public Registration addCellChosenListener(ComponentEventListener<CellChosen> listener) {
        return addListener(CellChosen.class, listener);
    }

    /** A value was to be put into a cell, and none is chosen. */
    public Registration addCellMissingListener(ComponentEventListener<CellMissing> listener) {
        return addListener(CellMissing.class, listener);
    }

    /** dmn-js cannot read it. */
    public Registration addUnreadableListener(ComponentEventListener<Unreadable> listener) {
        return addListener(Unreadable.class, listener);
    }

    /** The table was edited, and the typing pauses. */
    @DomEvent("table-changed")
    public static class TableChanged extends ComponentEvent<TableEditor> {

        private static final long serialVersionUID = 1L;

        private final String xml;

        public TableChanged(TableEditor source, boolean fromClient, @EventData("event.detail.xml") String xml) {
            super(source, fromClient);
            this.xml = xml;
        }

        public String xml() {
            return xml;
        }
    }

    /** A cell was chosen. */
    @DomEvent("cell-chosen")
    public static class CellChosen extends ComponentEvent<TableEditor> {

        private static final long serialVersionUID = 1L;

        private final String reads;

        public CellChosen(TableEditor source, boolean fromClient, @EventData("event.detail.reads") String reads) {
            super(source, fromClient);
            this.reads = reads;
        }

        /** What its column reads, {@code facts.seniority}; of a result its name. */
        public String reads() {
            return reads;
        }
    }

    /** There was no cell to put a value into. */
    @DomEvent("cell-missing")
    public static class CellMissing extends ComponentEvent<TableEditor> {

        private static final long serialVersionUID = 1L;

        public CellMissing(TableEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** What it was given is no table. */
    @DomEvent("table-unreadable")
    public static class Unreadable extends ComponentEvent<TableEditor> {

        private static final long serialVersionUID = 1L;

        public Unreadable(TableEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
