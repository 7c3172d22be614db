package org.leadrelay.ui.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.List;
import org.leadrelay.nurture.text.TextVersion;
import org.leadrelay.nurture.text.TextVersion.Decision;
import org.leadrelay.nurture.text.TextVersion.State;

/** All versions of a text, newest first: who wrote and who approved each, from when until when it was in force. */
final class VersionsPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final transient TextServices services;
    private final UnorderedList list = new UnorderedList();

    VersionsPanel(TextServices services) {
        this.services = services;
        addClassName("text-versions");
        list.addClassName("text-version-list");
        add(new H2(getTranslation("texts.versions")), list);
    }

    /**
     * @param restorable whether one of them may be begun anew now
     */
    void show(List<TextVersion> versions, boolean restorable, SerializableConsumer<Integer> restore) {
        list.removeAll();
        versions.forEach(each -> list.add(line(each, restorable, restore)));
        setVisible(!versions.isEmpty());
    }

    private ListItem line(TextVersion version, boolean restorable, SerializableConsumer<Integer> restore) {
        Span name = new Span(
                version.isShipped()
                        ? getTranslation("texts.version.shipped")
                        : getTranslation("texts.version", version.version()));
        name.addClassName("text-version-name");
        Span state = new Span(getTranslation("texts.version." + version.state().code()));
        state.getElement().getThemeList().add("badge" + (version.state() == State.IN_FORCE ? " success" : " contrast"));
        Div head = new Div(name, state);
        head.addClassName("text-version-head");
        ListItem item = new ListItem(head);
        item.add(detail(version.content().subject()));
        if (!version.authors().isEmpty()) {
            item.add(detail(
                    getTranslation("texts.version.by", services.names(version.authors()), at(version.writtenAt()))));
        }
        Decision decision = version.decision();
        if (decision != null) {
            String key = version.state() == State.DRAFT || version.isAwaiting()
                    ? "texts.version.returned"
                    : "texts.version.approved";
            item.add(detail(getTranslation(key, services.names(List.of(decision.by())), at(decision.at()))));
            if (!decision.words().isEmpty()) {
                item.add(detail(getTranslation("texts.version.words", decision.words())));
            }
        }
        if (version.restored() != null) {
            item.add(detail(getTranslation("texts.version.restored", version.restored())));
        }
        if (version.inForceUntil() != null) {
            item.add(detail(getTranslation("texts.version.until", at(version.inForceUntil()))));
        }
        if (restorable && version.state() == State.EARLIER) {
            Button again = new Button(getTranslation("texts.restore"), click -> restore.accept(version.version()));
            again.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            again.setAriaLabel(getTranslation("texts.restore.of", version.version()));
            item.add(again);
        }
        return item;
    }

    private String at(@org.jspecify.annotations.Nullable Instant at) {
        return services.times().text(at, getLocale());
    }

    private static Div detail(String text) {
        Div detail = new Div(text);
        detail.addClassNames("text-version-detail", "secondary");
        return detail;
    }
}
