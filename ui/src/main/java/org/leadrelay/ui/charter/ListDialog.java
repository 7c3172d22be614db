package org.leadrelay.ui.charter;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.AgreedOption;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.platform.Words;
import org.leadrelay.ui.component.FieldLines;

/** Dialog of an agreed list; reasons to reject a lead say what usually comes next. */
final class ListDialog extends PartDialog {

    private final CharterContent said;
    private final String list;
    private final CharterChoices choices;
    private final TextField name = new TextField();
    private final WordsFields called;
    private final FieldLines<WordedLine> options;

    /**
     * @param list the name in the models, of a list that is there or that forms ask for; empty for any other new list
     */
    ListDialog(CharterContent said, String list, CharterChoices choices, String title) {
        super(title, "72em");
        this.said = said;
        this.list = list;
        this.choices = choices;
        options = new FieldLines<>(
                WordedLine.class, getTranslation("charter.option.add"), true, () -> line("", Words.NONE, null));
        said.lists()
                .getOrDefault(list, List.of())
                .forEach(each -> options.with(line(each.value(), each.words(), each.nextStep())));
        Paragraph what = new Paragraph(getTranslation("charter.list.what"));
        what.addClassName("secondary");
        form(what);
        if (list.isEmpty()) {
            name.setLabel(getTranslation("charter.list.name"));
            name.setHelperText(getTranslation("charter.code.what"));
            form(name);
        }
        if (!said.lists().containsKey(list)) {
            options.with(line("", Words.NONE, null));
        }
        called = new WordsFields(said.listLabel(list));
        form(called, options);
    }

    private WordedLine line(String value, Words words, @Nullable String nextStep) {
        WordedLine line = new WordedLine(getTranslation("charter.option.value"), value, words);
        return AgreedOption.haveNextStep(list) ? line.then(nextStep(nextStep)) : line;
    }

    private ComboBox<String> nextStep(@Nullable String now) {
        ComboBox<String> next = choices.nextStep();
        next.setLabel(getTranslation("charter.option.next"));
        next.addClassName("wide");
        next.setValue(now);
        return next;
    }

    @Override
    void ask(CharterDocument.Editing saving) {
        if (said.lists().containsKey(list)) {
            removable(
                    getTranslation("charter.list.remove"),
                    getTranslation("charter.list.remove.ask", choices.words().list(said, list)),
                    said.rewriting().withoutList(list).text(),
                    saving);
        }
        super.ask(saving);
    }

    @Override
    CharterContent written(FieldParser entries) {
        String written = list.isEmpty() ? name.getValue().strip() : list;
        if (list.isEmpty()) {
            refusals().field("lists." + written, name);
            if (said.lists().containsKey(written)) {
                entries.wrong("lists." + written, "charter.list.taken");
            }
        }
        called.showErrors(refusals(), "listLabels." + written);
        List<AgreedOption> lines = new ArrayList<>();
        for (WordedLine each : options.lines()) {
            each.showErrors(refusals(), "lists." + written + "." + each.code(), "value");
            lines.add(new AgreedOption(each.code(), each.words(), each.then()));
        }
        return said.rewriting()
                .listLabel(written, called.written())
                .list(written, lines)
                .text();
    }
}
