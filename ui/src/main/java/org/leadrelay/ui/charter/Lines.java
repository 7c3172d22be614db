package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;

/** Lines of fields that are added, taken out and, where their order counts, moved. */
final class Lines<L extends Lines.Line> extends Div {

    private final Div all = new Div();
    private final Button add;
    private final Class<L> kind;
    private final boolean ordered;

    /** The fields of one line. */
    abstract static class Line extends Div {

        Line() {
            addClassName("charter-line-fields");
        }

        abstract Focusable<?> first();
    }

    /**
     * @param adding the words on the button that adds a line
     * @param ordered whether lines can be moved
     */
    Lines(Class<L> kind, String adding, boolean ordered, SerializableSupplier<L> fresh) {
        this.kind = kind;
        this.ordered = ordered;
        add =
                new Button(
                        adding,
                        VaadinIcon.PLUS.create(),
                        click -> {
                            L line = fresh.get();
                            with(line);
                            line.first().focus();
                        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        all.addClassName("charter-lines");
        add(all, add);
    }

    void with(L line) {
        Div row = new Div(line);
        row.addClassName("charter-line");
        Div deeds = new Div();
        deeds.addClassName("charter-line-deeds");
        if (ordered) {
            deeds.add(
                    deed(VaadinIcon.ARROW_UP, "charter.line.up", () -> move(row, -1)),
                    deed(VaadinIcon.ARROW_DOWN, "charter.line.down", () -> move(row, 1)));
        }
        deeds.add(
                deed(
                        VaadinIcon.TRASH,
                        "charter.line.remove",
                        () -> {
                            all.remove(row);
                            add.focus();
                        }));
        row.add(deeds);
        all.add(row);
    }

    private Button deed(VaadinIcon icon, String key, Runnable work) {
        Button button = new Button(icon.create(), click -> work.run());
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        return button;
    }

    private void move(Component row, int by) {
        int to = all.indexOf(row) + by;
        if (to >= 0 && to < all.getComponentCount()) {
            all.remove(row);
            all.addComponentAtIndex(to, row);
        }
    }

    /** Where writing begins. */
    Focusable<?> first() {
        List<L> lines = lines();
        return lines.isEmpty() ? add : lines.get(0).first();
    }

    /** In the order in which they stand. */
    List<L> lines() {
        return all.getChildren()
                .flatMap(Component::getChildren)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
