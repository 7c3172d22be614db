package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Modal dialog with a form: the first field has the focus, a button, Enter in a field of one line or {@code Ctrl+Enter}
 * in any saves, and what the service refuses stands beside its field while the dialog stays. Escape closes it, and asks
 * first when something was entered; a click outside does nothing.
 */
public abstract class FormDialog extends Dialog {

    static final String ENTER_THAT_SAVES =
            "event.key === 'Enter' && !event.isComposing && (event.ctrlKey || event.metaKey"
                    + " || !!event.target.closest('vaadin-text-field, vaadin-password-field, vaadin-email-field,"
                    + " vaadin-integer-field, vaadin-big-decimal-field'))";

    /** A field sends its value when it is left, and neither Enter nor Escape leaves it. */
    private static final String LEAVE_FIELD = "document.activeElement?.blur()";

    private final Div form = new Div();
    private final FieldErrors refusals = new FieldErrors();
    private final Button cancel = new Button();
    private final Button save = new Button();
    private SerializableRunnable work = () -> {};
    private List<String> atFirst = List.of();

    /**
     * @param width of the dialog where the screen is wide enough, as in CSS
     */
    protected FormDialog(String width) {
        form.getElement()
                .addEventListener("keydown", event -> afterInput(this::saveIfPossible))
                .setFilter(ENTER_THAT_SAVES);
        cancel.addClickListener(click -> close());
        save.addClickListener(click -> save());
        addDialogCloseActionListener(event -> afterInput(this::leave));
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                atFirst = values(form).toList();
                focusFirst();
            }
        });

        cancel.setText(getTranslation("common.cancel"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setWidth("min(" + width + ", 100vw)");
        setCloseOnOutsideClick(false);
        add(form);
    }

    /** Adds to the form. */
    protected final void form(Component... parts) {
        form.add(parts);
    }

    /** Where the service's words about a field go. */
    protected final FieldErrors refusals() {
        return refusals;
    }

    /**
     * Adds the buttons.
     *
     * @param action the words on the button that saves
     * @param work saves; what it refuses is shown, and the dialog stays
     */
    protected final void saves(String action, SerializableRunnable work) {
        this.work = work;
        save.setText(action);
        getFooter().add(cancel, save);
    }

    /** Adds another button, apart from those that {@link #saves} adds, and before them. */
    protected final void apart(Button other) {
        other.addClassName("apart");
        getFooter().add(other);
    }

    /** Marks the button that saves: something ends with it. */
    protected final void dangerous() {
        save.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }

    /** Says on the button that cancels that nothing changes then. */
    protected final void keeping() {
        cancel.setText(getTranslation("common.keep"));
    }

    protected final void setSaveEnabled(boolean possible) {
        save.setEnabled(possible);
    }

    protected final void focusSave() {
        save.focus();
    }

    /** Saves, and closes when nothing was refused. */
    protected void save() {
        if (refusals.tried(work)) {
            close();
        } else {
            focus(each -> each instanceof HasValidation field && field.isInvalid());
        }
    }

    private void saveIfPossible() {
        if (save.isEnabled()) {
            save();
        }
    }

    private void leave() {
        if (values(form).toList().equals(atFirst)) {
            close();
        } else {
            ConfirmDialogs.before(
                            getTranslation("form.leave.ask"),
                            getTranslation("form.leave.consequence"),
                            getTranslation("form.leave"),
                            this::close)
                    .setCancelText(getTranslation("form.stay"));
        }
    }

    private void afterInput(SerializableRunnable then) {
        getElement().executeJs(LEAVE_FIELD).then(left -> then.run());
    }

    /** The first field that can be written, or else the button that adds one. */
    private void focusFirst() {
        if (!focus(each -> each instanceof HasValue<?, ?> field && !field.isReadOnly())) {
            focus(each -> true);
        }
    }

    private boolean focus(SerializablePredicate<Component> which) {
        Optional<Component> found = inside(form)
                .filter(each -> each instanceof Focusable && which.test(each))
                .findFirst();
        found.ifPresent(each -> ((Focusable<?>) each).focus());
        return found.isPresent();
    }

    /** What the fields hold, those of lines that were added too. */
    private static Stream<String> values(Component part) {
        return inside(part)
                .filter(HasValue.class::isInstance)
                .map(each -> String.valueOf(((HasValue<?, ?>) each).getValue()));
    }

    private static Stream<Component> inside(Component part) {
        return part.getChildren()
                .filter(Component::isVisible)
                .flatMap(each -> Stream.concat(Stream.of(each), inside(each)));
    }
}
