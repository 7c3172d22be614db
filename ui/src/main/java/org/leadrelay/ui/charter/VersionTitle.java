package org.leadrelay.ui.charter;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leadrelay.access.Mandate;
import org.leadrelay.charter.CharterEvent;
import org.leadrelay.charter.CharterEvent.Kind;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.Signature;

/** Title of one version: since when it holds, who proposed it, who signed, and what it changed. */
final class VersionTitle extends Div {

    private static final long serialVersionUID = 1L;

    private final CharterReader reader;

    VersionTitle(CharterReader reader, CharterVersion version) {
        this.reader = reader;
        addClassName("charter-version-title");
        Paragraph when = new Paragraph(when(version) + " " + who(version));
        when.addClassName("charter-since");
        add(when);
        reader.changed(version).ifPresent(changed -> add(new Paragraph(changed)));
        if (!version.isOpen()) {
            add(signatures(version));
        }
    }

    private String when(CharterVersion version) {
        Instant from = version.inForceFrom();
        Instant at = from == null ? version.madeAt() : from;
        return getTranslation(
                "charter.when." + version.stage().code(),
                Integer.toString(version.version()),
                reader.times().text(at, getLocale()));
    }

    private String who(CharterVersion version) {
        List<CharterEvent> events = reader.versions().events(version.version());
        return last(events, Kind.PROPOSED)
                .map(each -> getTranslation("charter.proposedBy", reader.words().person(each.person())))
                .or(() -> last(events, Kind.DRAFTED)
                        .map(each -> getTranslation(
                                "charter.draftedBy", reader.words().person(each.person()))))
                .orElseGet(() -> getTranslation("charter.shipped"));
    }

    private static Optional<CharterEvent> last(List<CharterEvent> events, Kind kind) {
        return events.stream().filter(each -> each.kind() == kind).reduce((some, later) -> later);
    }

    private UnorderedList signatures(CharterVersion version) {
        UnorderedList list = new UnorderedList();
        list.addClassName("charter-signatures");
        for (Mandate mandate : Mandate.values()) {
            String side = reader.words().mandate(mandate);
            list.add(new ListItem(version.signature(mandate)
                    .map(each -> signed(each, side))
                    .orElseGet(() -> getTranslation("charter.unsigned", side))));
        }
        return list;
    }

    private String signed(Signature signature, String side) {
        return getTranslation(
                signature.deputy() ? "charter.signed.deputy" : "charter.signed",
                side,
                reader.words().person(signature.person()),
                reader.times().text(signature.at(), getLocale()));
    }
}
