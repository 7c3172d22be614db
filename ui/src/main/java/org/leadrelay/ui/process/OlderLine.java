package org.leadrelay.ui.process;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import org.leadrelay.redesign.OlderVersion;

/** Line that says how many leads go on by older versions of a model or table; not shown where none does. */
final class OlderLine extends Paragraph {

    OlderLine() {
        addClassName("older-line");
    }

    /** "312 leads go on with version 3, 4 leads with version 2." */
    void show(List<OlderVersion> older) {
        setVisible(!older.isEmpty());
        setText(getTranslation(
                "process.older",
                older.stream()
                        .map(each -> getTranslation(
                                "process.older.one",
                                each.leads(),
                                ProcessServices.number(each.leads(), getLocale()),
                                String.valueOf(each.version())))
                        .collect(Collectors.joining(", "))));
    }
}
