package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.leadrelay.lead.Field;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.ui.component.TableEditor;
import org.leadrelay.ui.component.TableEditor.Fact;

/** List beside a table: facts for a new column, and values for the chosen cell. */
final class FactSuggestions extends Div {

    private final TableEditor editor;
    private final OfferedFacts offered;
    private final Div values = new Div();

    FactSuggestions(List<ModelFile> files, TableEditor editor) {
        this.editor = editor;
        offered = new OfferedFacts(files, this::label);
        addClassName("difference-offer");
        values.addClassName("difference-values");
        add(new H2(getTranslation("difference.values")), values, new H2(getTranslation("difference.facts")));
        Paragraph what = new Paragraph(getTranslation("difference.facts.what"));
        what.addClassName("secondary");
        add(what);
        UnorderedList facts = new UnorderedList();
        offered.facts().forEach(each -> facts.add(new ListItem(fact(each))));
        add(facts);
        column("");
    }

    private String label(String fact) {
        return getTranslation(Field.of(fact).isPresent() ? "field." + fact : "difference.fact." + fact);
    }

    private Button fact(Fact fact) {
        Button button = new Button(fact.label(), click -> editor.addInput(fact));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("difference.facts.add", fact.label()));
        button.setTooltipText(fact.expression());
        return button;
    }

    /** Offers what a column of this could hold. */
    void column(String reads) {
        values.removeAll();
        List<String> known = offered.values(reads);
        if (known.isEmpty()) {
            Paragraph none = new Paragraph(
                    getTranslation(reads.isEmpty() ? "difference.values.choose" : "difference.values.none"));
            none.addClassName("secondary");
            values.add(none);
        }
        known.forEach(each -> {
            Button button = new Button(each.replace("\"", ""), click -> editor.putValue(each));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(getTranslation("difference.values.put", each));
            values.add(button);
        });
    }
}
