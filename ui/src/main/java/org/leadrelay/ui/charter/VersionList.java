package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Signature;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.Times;

/** List of all versions, newest first, and who signed each. */
final class VersionList extends Section {

    private final CharterReader reader;
    private final CharterWords words;
    private final Times times;

    VersionList(CharterReader reader) {
        this.reader = reader;
        this.words = reader.words();
        this.times = reader.times();
        addClassName("charter-versions");
        DataTable table = CharterDocument.table(
                getTranslation("charter.versions"),
                List.of(
                        getTranslation("charter.version"),
                        getTranslation("charter.stage"),
                        getTranslation("charter.from"),
                        getTranslation("charter.signatures")));
        reader.versions().all().forEach(each -> version(each, table));
        add(new H2(getTranslation("charter.versions")), table);
    }

    private void version(CharterVersion version, DataTable table) {
        RouterLink link = new RouterLink(
                getTranslation("charter.version.of", Integer.toString(version.version())),
                CharterView.class,
                CharterView.parameters(version.version()));
        Span name = new Span(
                reader.changed(version).orElseGet(() -> version.provisions().name()));
        name.addClassName("second-line");
        Div title = new Div(link, name);
        title.addClassName("charter-clause");
        table.row(
                title,
                new Span(getTranslation("charter.stage." + version.stage().code())),
                times.shown(version.inForceFrom(), getLocale()),
                signatures(version.signatures()));
    }

    private Component signatures(List<Signature> signatures) {
        if (signatures.isEmpty()) {
            return new Span(getTranslation("charter.signatures.none"));
        }
        UnorderedList list = new UnorderedList();
        signatures.forEach(each -> list.add(new ListItem(signature(each))));
        return list;
    }

    private String signature(Signature signature) {
        String said = getTranslation(
                signature.deputy() ? "charter.signed.deputy" : "charter.signed",
                words.mandate(signature.mandate()),
                words.person(signature.person()),
                times.text(signature.at(), getLocale()));
        return signature.holds() ? said : getTranslation("charter.signed.void", said);
    }
}
