package org.leadrelay.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Skill;
import org.leadrelay.ui.component.FieldErrors;

/** Asks what a rep is good at. */
final class SkillsDialog extends Dialog {

    private final CheckboxGroup<Skill> skills = new CheckboxGroup<>();
    private final FieldErrors refusals = new FieldErrors().field("skills", skills);

    SkillsDialog(RepChoice rep, List<Skill> all) {
        setHeaderTitle(getTranslation("team.skills.of", rep.name()));
        Paragraph what = new Paragraph(getTranslation(all.isEmpty() ? "team.skills.none" : "team.skills.what"));
        what.addClassName("secondary");
        skills.setLabel(getTranslation("team.skills"));
        skills.setItems(all);
        skills.setItemLabelGenerator(each -> RepWords.label(each, getLocale()));
        skills.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        skills.setValue(
                all.stream().filter(each -> rep.skills().contains(each.id())).collect(Collectors.toSet()));
        skills.setVisible(!all.isEmpty());
        add(what, skills);
        setWidth("min(28em, 100vw)");
    }

    void ask(SerializableConsumer<Set<String>> saving) {
        Button save = new Button(getTranslation("common.save"), click -> {
            if (refusals.tried(() -> saving.accept(chosen()))) {
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        open();
    }

    private Set<String> chosen() {
        return skills.getValue().stream().map(Skill::id).collect(Collectors.toSet());
    }
}
