package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.leadrelay.ui.component.Refusals;
import org.leadrelay.ui.component.Times;
import org.leadrelay.worklist.TaskDetail;

/** What people said to each other about the lead, and room to say more. */
class CommentList extends Div {

    private static final long serialVersionUID = 1L;

    private final Times times;
    private final Div said = new Div();
    private final TextArea text = new TextArea();

    /**
     * @param say keeps the words; what it refuses is shown beside the field
     */
    CommentList(Times times, Consumer<String> say) {
        this.times = times;
        addClassName("comments");
        text.setLabel(getTranslation("comments.write"));
        text.setHelperText(getTranslation("comments.hint"));
        text.setWidthFull();
        text.setMinRows(2);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        var refusals = new Refusals().field("text", text);
        Button send =
                new Button(
                        getTranslation("comments.send"),
                        click -> {
                            if (refusals.tried(() -> say.accept(text.getValue()))) {
                                text.clear();
                            }
                        });
        add(said, text, send);
    }

    void show(List<TaskDetail.Comment> comments) {
        said.removeAll();
        if (comments.isEmpty()) {
            said.add(new Paragraph(getTranslation("comments.none")));
        }
        comments.forEach(each -> said.add(comment(each)));
    }

    private Div comment(TaskDetail.Comment comment) {
        Span who = new Span(comment.personName() == null ? comment.person() : comment.personName());
        who.addClassName("comment-who");
        Div head = new Div(who, times.shown(comment.at(), getLocale()));
        head.addClassName("comment-head");
        Div words = new Div();
        words.setText(comment.text());
        words.addClassName("comment-words");
        Div whole = new Div(head, words);
        whole.addClassName("comment");
        return whole;
    }
}
