package org.leadrelay.ui.component;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.leadrelay.platform.SearchText;

/** Text field of a search, which says when it is asked more words than are looked for. */
public final class SearchField extends TextField {

    private static final long serialVersionUID = 1L;

    /**
     * @param label what is searched, as a hint within the field
     */
    public SearchField(String label) {
        setPlaceholder(label);
        setAriaLabel(label);
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setMaxLength(SearchText.LONGEST);
        addThemeVariants(TextFieldVariant.LUMO_SMALL);
        addValueChangeListener(event -> setHelperText(
                SearchText.isTooMuch(event.getValue()) ? getTranslation("search.cut", SearchText.MOST_WORDS) : null));
    }
}
