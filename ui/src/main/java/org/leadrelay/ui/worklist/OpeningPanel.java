package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadrelay.opening.OpeningCard;
import org.leadrelay.opening.OpeningCards;
import org.leadrelay.opening.OpeningPlay;
import org.leadrelay.opening.Play;
import org.leadrelay.opening.PlayVotes;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.charter.CharterNavigation;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.worklist.TaskRow;

/**
 * Card for the first talk with a lead, at most nine lines: what this person did and asked for, why now, how to open, what to leave,
 * what became of leads alike. Who knows it folds it; it stays folded for that person, and is not even read then.
 */
class OpeningPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** The keys of the inbox that do the same as the buttons. */
    static final String FOLD = "o";

    static final String HELPED = "h";
    static final String NOT_HELPED = "n";

    private final transient OpeningCards openings;
    private final transient PlayVotes votes;
    private final transient FoldMemory memory;
    private final transient OpeningWords words;
    private transient TaskRow task;
    private final Div content = new Div();
    private final Button fold = new Button();
    private final Button helped = vote("opening.helped", HELPED, true);
    private final Button notHelped = vote("opening.helped.not", NOT_HELPED, false);
    private final Span said = new Span();
    private transient @Nullable Play play;

    /** Whether the person has folded the card, asked once for a page. */
    static final class FoldMemory {

        private final OpeningCards openings;
        private @Nullable Boolean folded;

        FoldMemory(OpeningCards openings) {
            this.openings = openings;
        }

        boolean isFolded() {
            Boolean known = folded;
            if (known == null) {
                known = openings.isFolded();
                folded = known;
            }
            return known;
        }

        void turn() {
            boolean now = !isFolded();
            openings.fold(now);
            folded = now;
        }
    }

    OpeningPanel(OpeningCards openings, PlayVotes votes, FoldMemory memory, Times times, TaskRow task) {
        this.openings = openings;
        this.votes = votes;
        this.memory = memory;
        this.task = task;
        words = new OpeningWords(this, getLocale(), times);
        addClassName("opening");
        setId("opening");
        setVisible(OpeningPlay.isBefore(task.step()));
        if (!isVisible()) {
            return;
        }
        getElement().setAttribute("role", "region").setAttribute("aria-labelledby", "opening-title");
        H3 title = new H3(getTranslation("opening.title"));
        title.setId("opening-title");
        fold.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        fold.setSuffixComponent(key(FOLD));
        fold.addClickListener(click -> fold());
        fold.getElement().setAttribute("aria-controls", "opening-content");
        Div head = new Div(title, fold);
        head.addClassName("opening-head");
        content.setId("opening-content");
        content.addClassName("opening-content");
        // it scrolls, so that it is reached by key
        content.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-labelledby", "opening-title");
        said.getElement().setAttribute("role", "status");
        said.addClassName("secondary");
        add(head, content);
        write();
    }

    /** Folds the card, or unfolds it, for this person from now on. */
    final void fold() {
        if (isVisible()) {
            memory.turn();
            write();
        }
    }

    /** Reads it again, for something about the lead was changed. */
    final void again() {
        if (isVisible()) {
            write();
        }
    }

    /** Reads it again where somebody else has the task now: only they say whether it helped. */
    final void again(TaskRow now) {
        boolean passedOn = !Objects.equals(now.assignee(), task.assignee());
        task = now;
        if (passedOn) {
            again();
        }
    }

    /** Says whether the play that is shown helped; where none is shown, and of a task that somebody else has, nothing is said. */
    final void say(boolean itHelped) {
        Play shown = play;
        if (shown == null) {
            return;
        }
        try {
            votes.say(task.id(), shown.id(), itHelped);
            voted(itHelped);
            said.setText(getTranslation("opening.counted"));
        } catch (ProductException gone) {
            Toasts.failed(gone.detail());
        }
    }

    private void write() {
        boolean folded = memory.isFolded();
        play = null;
        content.removeAll();
        content.setVisible(!folded);
        fold.setText(getTranslation(folded ? "opening.unfold" : "opening.fold"));
        fold.getElement().setAttribute("aria-expanded", String.valueOf(!folded));
        if (!folded) {
            openings.card(task, getLocale()).ifPresent(this::write);
        }
    }

    private void write(OpeningCard card) {
        line("did", words.did(card));
        line("asked", words.asked(card));
        if (!card.why().isEmpty()) {
            line("why", reasons(card.why()));
        }
        Play shown = card.play();
        if (shown != null) {
            line("open", steps(shown));
            if (!shown.leave().isEmpty()) {
                line("leave", shown.leave());
            }
        }
        List<String> alike = words.alike(card.alike());
        if (!alike.isEmpty()) {
            line("alike", list(alike));
        }
        if (shown != null && card.mayVote()) {
            play = shown;
            said.setText("");
            voted(card.helped());
            Div question = new Div(new Span(getTranslation("opening.question")), helped, notHelped, said);
            question.addClassName("opening-question");
            question.getElement()
                    .setAttribute("role", "group")
                    .setAttribute("aria-label", getTranslation("opening.question"));
            content.add(question);
        }
    }

    /** Each leads to its table as both sides agreed on it. */
    private static Component reasons(List<OpeningCard.Reason> why) {
        Span reasons = new Span();
        why.forEach(
                each -> reasons.add(new PageLink(CharterNavigation.table(each.table()), each.text()), new Text(" ")));
        return reasons;
    }

    private Component steps(Play shown) {
        Div steps = new Div(new Span(shown.name()), list(shown.lines()));
        steps.addClassName("opening-steps");
        return steps;
    }

    private static Component list(List<String> lines) {
        UnorderedList list = new UnorderedList();
        lines.forEach(each -> list.add(new ListItem(each)));
        return list;
    }

    private void line(String part, String text) {
        line(part, new Span(text));
    }

    private void line(String part, Component what) {
        Span label = new Span(getTranslation("opening." + part));
        label.addClassName("opening-label");
        Div line = new Div(label, what);
        line.addClassNames("opening-line", "opening-" + part);
        content.add(line);
    }

    private void voted(@Nullable Boolean itHelped) {
        pressed(helped, Boolean.TRUE.equals(itHelped));
        pressed(notHelped, Boolean.FALSE.equals(itHelped));
    }

    private static void pressed(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        button.setThemeName(ButtonVariant.LUMO_PRIMARY.getVariantName(), pressed);
    }

    private Button vote(String words, String key, boolean itHelped) {
        Button button = new Button(getTranslation(words), click -> say(itHelped));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setSuffixComponent(key(key));
        return button;
    }

    private static Component key(String key) {
        return new Html("<kbd aria-hidden=\"true\">" + key + "</kbd>");
    }
}
