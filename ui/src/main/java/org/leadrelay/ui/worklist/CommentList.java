package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.SaidTexts;
import org.leadrelay.ui.component.Times;
import org.leadrelay.worklist.Notes;
import org.leadrelay.worklist.TaskDetail;

/** List of comments on the lead, with a field to add one. */
class CommentList extends Div {

    private static final long serialVersionUID = 1L;

    private static final String SENDS = "Ctrl+Enter";

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
        FieldErrors refusals = new FieldErrors().field("text", text);
        Command write = () -> {
            if (refusals.tried(() -> say.accept(text.getValue()))) {
                text.clear();
            }
        };
        Button send = new Button(getTranslation("comments.send"), click -> write.execute());
        send.setTooltipText(getTranslation("comments.send") + "  [" + SENDS + "]");
        KeyboardShortcuts.ownedBy(text, SENDS, write);
        add(said, text, send);
    }

    void focus() {
        text.focus();
    }

    /** Comments and what was written in answers, oldest first. */
    void show(List<TaskDetail.Comment> comments, List<Notes.Note> notes) {
        said.removeAll();
        if (comments.isEmpty() && notes.isEmpty()) {
            said.add(new Paragraph(getTranslation("comments.none")));
        }
        SaidTexts texts = new SaidTexts(times);
        Stream.concat(comments.stream().map(Said::of), notes.stream().map(Said::of))
                .sorted(Comparator.comparing(Said::at))
                .forEach(each -> texts.add(each.who(), each.label(), each.from(), each.at(), each.text()));
        said.add(texts);
    }

    /** One thing said: a comment, or with its label an answer in words. */
    private record Said(
            String who,
            @Nullable String label,
            String text,
            Instant at,
            @Nullable String from) {

        static Said of(TaskDetail.Comment comment) {
            return new Said(
                    comment.personName() == null ? comment.person() : comment.personName(),
                    null,
                    comment.text(),
                    comment.at(),
                    comment.from());
        }

        static Said of(Notes.Note note) {
            return new Said(
                    note.personName() == null ? note.person() : note.personName(),
                    note.label(),
                    note.text(),
                    note.at(),
                    note.from());
        }
    }
}
