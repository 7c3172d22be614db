package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.Command;
import java.util.List;

/** Repeatable lines of fields that are added, removed and, where their order counts, moved. */
public final class FieldLines<L extends FieldLines.Line> extends Div {

    private final Div all = new Div();
    private final Button add;
    private final Class<L> kind;
    private final boolean ordered;
    private Command changed = () -> {};

    /** The fields of one line. */
    public abstract static class Line extends Div {

        protected Line() {
            addClassName("line-fields");
        }

        public abstract Focusable<?> first();
    }

    /**
     * @param adding the words on the button that adds a line
     * @param ordered whether lines can be moved
     */
    public FieldLines(Class<L> kind, String adding, boolean ordered, SerializableSupplier<L> fresh) {
        this.kind = kind;
        this.ordered = ordered;
        add = new Button(adding, VaadinIcon.PLUS.create(), click -> {
            L line = fresh.get();
            with(line);
            line.first().focus();
            changed.execute();
        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        all.addClassName("lines");
        add(all, add);
    }

    public void with(L line) {
        Div row = new Div(line);
        row.addClassName("line");
        Div actions = new Div();
        actions.addClassName("line-deeds");
        if (ordered) {
            actions.add(
                    action(VaadinIcon.ARROW_UP, "line.up", () -> move(row, -1)),
                    action(VaadinIcon.ARROW_DOWN, "line.down", () -> move(row, 1)));
        }
        actions.add(action(VaadinIcon.TRASH, "line.remove", () -> {
            all.remove(row);
            add.focus();
            changed.execute();
        }));
        row.add(actions);
        all.add(row);
    }

    private Button action(VaadinIcon icon, String key, Runnable work) {
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
            changed.execute();
        }
    }

    /** Does this whenever a line comes, goes or moves. */
    public void onChange(Command work) {
        changed = work;
    }

    /** In the order in which they stand. */
    public List<L> lines() {
        return all.getChildren()
                .flatMap(Component::getChildren)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
