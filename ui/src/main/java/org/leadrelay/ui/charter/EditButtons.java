package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.Command;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Clause;
import org.leadrelay.lead.LearnedList;

/** Edit buttons of a draft, each at the part that it changes. */
final class EditButtons {

    private final Component page;
    private final CharterContent said;
    private final CharterChoices choices;
    private final CharterDocument.Editing saving;

    /**
     * @param page whose language to speak
     */
    EditButtons(Component page, CharterContent said, CharterChoices choices, CharterDocument.Editing saving) {
        this.page = page;
        this.said = said;
        this.choices = choices;
        this.saving = saving;
    }

    Button definition() {
        String title = text("charter.definition.change");
        return pencil(title, () -> new DefinitionDialog(said, choices, title).ask(saving));
    }

    Button questions() {
        String title = text("charter.questions.change");
        return pencil(title, () -> new QuestionsDialog(said, title).ask(saving));
    }

    Button figures() {
        String title = text("charter.figures.change");
        return pencil(title, () -> new FiguresDialog(said, choices, title).ask(saving));
    }

    Button calendar() {
        String title = text("charter.calendar.change");
        return pencil(title, () -> new CalendarDialog(said, choices, title).ask(saving));
    }

    Button clause(Clause clause) {
        String title = text("charter.clause.change", words().clause(said, clause.name()));
        return pencil(title, () -> new ClauseDialog(said, clause, choices, title).ask(saving));
    }

    Button newClause() {
        String title = text("charter.clause.add");
        return adding(title, () -> new ClauseDialog(said, ClauseDialog.NEW, choices, title).ask(saving));
    }

    Button ladder(String clause) {
        String title = text("charter.ladder.change", words().clause(said, clause));
        return pencil(title, () -> new LadderDialog(said, clause, choices, title).ask(saving));
    }

    Button list(String list) {
        String title = text("charter.list.change", words().list(said, list));
        return pencil(title, () -> new ListDialog(said, list, choices, title).ask(saving));
    }

    Button newList() {
        String title = text("charter.list.add");
        return adding(title, () -> new ListDialog(said, "", choices, title).ask(saving));
    }

    /** Adds a list that forms would ask for, under the name by which they do. */
    Button newList(LearnedList missing) {
        String title = text("charter.list.add.named", missing.code());
        return adding(title, () -> new ListDialog(said, missing.code(), choices, title).ask(saving));
    }

    Button limits() {
        String title = text("charter.limits.change");
        return pencil(title, () -> new CharterLimitsDialog(said, words(), title).ask(saving));
    }

    private CharterWords words() {
        return choices.words();
    }

    private String text(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }

    private static Button pencil(String label, Command work) {
        Button pencil = new Button(VaadinIcon.PENCIL.create(), click -> work.execute());
        pencil.setAriaLabel(label);
        pencil.setTooltipText(label);
        pencil.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        return pencil;
    }

    private static Button adding(String label, Command work) {
        Button add = new Button(label, VaadinIcon.PLUS.create(), click -> work.execute());
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return add;
    }
}
