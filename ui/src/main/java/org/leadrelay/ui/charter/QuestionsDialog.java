package org.leadrelay.ui.charter;

import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.charter.AgreedQuestion;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.platform.Words;
import org.leadrelay.ui.component.FieldLines;

/** Dialog of the questions that are answered before a lead counts as sales-ready. */
final class QuestionsDialog extends PartDialog {

    private final CharterContent said;
    private final FieldLines<WordedLine> questions;

    QuestionsDialog(CharterContent said, String title) {
        super(title, "64em");
        this.said = said;
        String field = getTranslation("charter.question.field");
        questions = new FieldLines<>(
                WordedLine.class,
                getTranslation("charter.question.add"),
                true,
                () -> new WordedLine(field, "", Words.NONE));
        said.questions().forEach(each -> questions.with(new WordedLine(field, each.field(), each.words())));
        Paragraph what = new Paragraph(getTranslation("charter.questions.what"));
        what.addClassName("secondary");
        form(what, questions);
    }

    @Override
    CharterContent written(FieldParser entries) {
        List<AgreedQuestion> written = new ArrayList<>();
        for (WordedLine each : questions.lines()) {
            each.showErrors(refusals(), "questions." + each.code(), "field");
            written.add(new AgreedQuestion(each.code(), each.words()));
        }
        return said.rewriting().questions(written).text();
    }
}
