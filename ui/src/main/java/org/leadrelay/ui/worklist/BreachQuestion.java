package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.promise.Breaches;
import org.leadrelay.ui.component.BreachDialog;

/** Prompt to whoever holds an overdue task: why its promise was broken. It blocks nothing. */
final class BreachQuestion extends Div {

    private final Breaches breaches;
    private final Command explained;

    BreachQuestion(Breaches breaches, Command explained) {
        this.breaches = breaches;
        this.explained = explained;
        addClassName("breach-ask");
        setVisible(false);
    }

    /**
     * @param promise the broken promise that nobody has explained, or null
     * @param mine whether the task is this person's
     */
    void show(@Nullable UUID promise, boolean mine) {
        removeAll();
        setVisible(promise != null && mine);
        if (promise == null || !mine) {
            return;
        }
        Button say = new Button(
                getTranslation("breach.say"),
                click -> new BreachDialog(
                                getTranslation("breach.title"), breaches.reasons(getLocale()), (reason, words) -> {
                                    breaches.explain(promise, reason, words);
                                    explained.execute();
                                })
                        .open());
        say.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(new Span(getTranslation("breach.ask")), say);
    }
}
