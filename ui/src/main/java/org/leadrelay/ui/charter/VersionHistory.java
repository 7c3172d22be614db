package org.leadrelay.ui.charter;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import org.leadrelay.access.Mandate;
import org.leadrelay.charter.CharterEvent;
import org.leadrelay.charter.CharterEvent.Kind;

/** History of one version, oldest first: who wrote, proposed, signed and took back. */
final class VersionHistory extends Section {

    private final CharterReader reader;

    VersionHistory(CharterReader reader, int version) {
        this.reader = reader;
        addClassName("charter-history");
        OrderedList list = new OrderedList();
        reader.versions().events(version).forEach(each -> list.add(new ListItem(words(each))));
        add(new H2(getTranslation("charter.history", Integer.toString(version))), list);
        setVisible(list.getChildren().findAny().isPresent());
    }

    private String words(CharterEvent event) {
        return getTranslation(
                "charter.event." + event.kind().code(),
                reader.times().text(event.at(), getLocale()),
                reader.words().person(event.person()),
                event.kind() == Kind.SIGNED
                        ? reader.words().mandate(Mandate.ofCode(event.details()))
                        : event.details());
    }
}
