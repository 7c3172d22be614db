package org.leadrelay.ui.board;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Arrays;
import org.leadrelay.board.letter.BoardSubscriptions;
import org.leadrelay.board.letter.Rhythm;
import org.leadrelay.ui.component.FormDialog;
import org.leadrelay.ui.component.Toasts;

/** Asks how often a board shall come by mail. */
final class SubscribeDialog extends FormDialog {

    SubscribeDialog(BoardTexts texts, BoardState state, BoardSubscriptions subscriptions) {
        super("30em");
        setHeaderTitle(texts.text("mail.title", state.board().label(texts.locale())));
        Paragraph what = new Paragraph(texts.text("mail.what"));
        RadioButtonGroup<Rhythm> rhythm = new RadioButtonGroup<>(texts.text("mail.rhythm"));
        rhythm.setItems(Arrays.asList(Rhythm.values()));
        rhythm.setItemLabelGenerator(each -> texts.text("mail.rhythm." + each.code()));
        rhythm.setValue(Rhythm.WEEKLY);
        rhythm.setId("board-rhythm");
        form(what, rhythm);
        refusals().field("email", rhythm);
        saves(texts.text("mail.subscribe"), () -> {
            subscriptions.subscribe(
                    state.board().code(), state.closed().address().getQueryString(), rhythm.getValue());
            Toasts.done(texts.text("mail.subscribed"));
        });
    }
}
