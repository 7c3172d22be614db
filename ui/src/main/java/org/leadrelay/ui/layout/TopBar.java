package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.leadrelay.ui.component.SearchField;

/** Top bar: search over leads, what the packages contribute, and the person. */
class TopBar extends Header {

    private static final long serialVersionUID = 1L;

    /** Where a search goes: {@code leads?text=...}. */
    static final String LEADS = "leads";

    static final String TEXT = "text";

    TopBar(List<TopBarItem> items, PersonMenu person, boolean search) {
        addClassName("lr-top");
        if (search) {
            add(searchField());
        }
        Div rest = new Div();
        rest.addClassName("lr-tools");
        items.forEach(each -> rest.add(each.create()));
        rest.add(person);
        add(rest);
    }

    private SearchField searchField() {
        SearchField field = new SearchField(getTranslation("frame.search"));
        field.addClassName("lr-search");
        field.setTooltipText(getTranslation("frame.search.key"));
        field.addKeyPressListener(Key.ENTER, event -> search(field.getValue()));
        // Not while something is being typed elsewhere.
        field.getElement().executeJs("""
            const field = this;
            const listener = event => {
              const at = event.composedPath()[0];
              const typing = at.isContentEditable
                  || ['INPUT', 'TEXTAREA', 'SELECT'].includes(at.tagName);
              if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
              if (!field.isConnected) {
                document.removeEventListener('keydown', listener);
                return;
              }
              event.preventDefault();
              field.focus();
            };
            document.addEventListener('keydown', listener);
            """);
        return field;
    }

    private static void search(String text) {
        UI.getCurrent()
                .navigate(LEADS, text.isBlank() ? QueryParameters.empty() : QueryParameters.of(TEXT, text.strip()));
    }
}
