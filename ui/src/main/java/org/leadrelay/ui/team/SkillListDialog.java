package org.leadrelay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import org.leadrelay.assignment.Skill;
import org.leadrelay.assignment.Skills;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.InfoDialog;

/** Dialog of the skills that reps can have and leads can need. */
final class SkillListDialog extends InfoDialog {

    private final Skills skills;
    private final Runnable changed;
    private final Div list = new Div();
    private final TextField id = new TextField();
    private final TextField english = new TextField();
    private final TextField german = new TextField();
    private final FieldErrors refusals =
            new FieldErrors().field("id", id).field("english", english).field("german", german);

    SkillListDialog(Skills skills, Runnable changed) {
        super("36em");
        this.skills = skills;
        this.changed = changed;
        setHeaderTitle(getTranslation("team.skills.list"));
        Paragraph what = new Paragraph(getTranslation("team.skills.list.what"));
        what.addClassName("secondary");
        list.addClassName("skill-list");
        list.getElement().setAttribute("role", "list");
        id.setLabel(getTranslation("team.skills.word"));
        id.setHelperText(getTranslation("team.skills.word.what"));
        english.setLabel(getTranslation("team.skills.english"));
        german.setLabel(getTranslation("team.skills.german"));
        Button put = new Button(getTranslation("team.skills.put"), click -> put());
        put.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(id, english, german, put);
        fields.addClassName("skill-fields");
        add(what, list, fields);
        show();
    }

    private void show() {
        list.removeAll();
        skills.all().forEach(each -> list.add(line(each)));
    }

    private Component line(Skill skill) {
        Span name = new Span(RepWords.label(skill, getLocale()));
        Span below = new Span(getTranslation("team.skills.has", skill.id(), skill.reps()));
        below.addClassName("second-line");
        Div words = new Div(name, below);
        words.addClassName("two-lines");
        Div line = new Div(words);
        line.getElement().setAttribute("role", "listitem");
        if (skill.mayRemove()) {
            Button remove = new Button(VaadinIcon.TRASH.create(), click -> remove(skill));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
            String what = getTranslation("team.skills.remove", name.getText());
            remove.setAriaLabel(what);
            remove.setTooltipText(what);
            line.add(remove);
        } else {
            below.setText(below.getText() + " · " + getTranslation("team.skills.others"));
        }
        return line;
    }

    private void put() {
        if (refusals.tried(() -> skills.put(id.getValue().strip(), english.getValue(), german.getValue()))) {
            id.clear();
            english.clear();
            german.clear();
            show();
            changed.run();
        }
    }

    private void remove(Skill skill) {
        ConfirmDialogs.before(
                getTranslation("team.skills.remove.ask", RepWords.label(skill, getLocale())),
                getTranslation("team.skills.remove.consequence", skill.reps()),
                getTranslation("team.skills.remove.do"),
                () -> {
                    skills.remove(skill.id());
                    show();
                    changed.run();
                });
    }
}
