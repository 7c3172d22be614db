package org.leadrelay.ui.team;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Skill;
import org.leadrelay.ui.component.FormDialog;

/** Dialog of one rep's skills. */
final class SkillsDialog extends FormDialog {

    private final CheckboxGroup<Skill> skills = new CheckboxGroup<>();

    SkillsDialog(RepChoice rep, List<Skill> all) {
        super("28em");
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
        refusals().field("skills", skills);
        form(what, skills);
    }

    void ask(SerializableConsumer<Set<String>> saving) {
        saves(getTranslation("common.save"), () -> saving.accept(chosen()));
        open();
    }

    private Set<String> chosen() {
        return skills.getValue().stream().map(Skill::id).collect(Collectors.toSet());
    }
}
