package org.leadrelay.ui.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.nurture.text.MergeField;
import org.leadrelay.nurture.text.TextContent;
import org.leadrelay.nurture.text.TextKey;
import org.leadrelay.nurture.text.TextPreview;
import org.leadrelay.nurture.text.TextPreviews;
import org.leadrelay.nurture.text.TextReader;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.Toasts;

/** Live preview of a text: as three real leads would read it, and somebody of whom nothing is known. */
final class PreviewPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final transient TextServices services;
    private final transient TextKey key;
    private final Language language;
    private final Div readers = new Div();
    private final Div mail = new Div();
    private final Button test = new Button();
    private transient @Nullable List<TextReader> known;
    private transient List<TextPreview> previews = List.of();
    private transient @Nullable TextContent content;
    private int chosen;

    PreviewPanel(TextServices services, TextKey key, Language language) {
        this.services = services;
        this.key = key;
        this.language = language;
        addClassName("text-preview");
        readers.addClassName("text-readers");
        readers.getElement().setAttribute("role", "group");
        readers.getElement().setAttribute("aria-label", getTranslation("texts.preview.as"));
        mail.addClassName("text-mail");
        mail.getElement().setAttribute("aria-live", "polite");
        test.setText(getTranslation("texts.test"));
        test.addClickListener(click -> test());
        Paragraph what = new Paragraph(getTranslation("texts.preview.what"));
        what.addClassName("secondary");
        add(new H2(getTranslation("texts.preview")), what, readers, mail, test);
    }

    void show(TextContent now) {
        content = now;
        try {
            previews = TextPreviews.show(now, readers(now));
        } catch (Invalid wrong) {
            mail.removeAll();
            Paragraph why = new Paragraph(getTranslation("texts.preview.wrong", wrong.words()));
            why.addClassName("text-wrong");
            mail.add(why);
            test.setEnabled(false);
            return;
        }
        test.setEnabled(true);
        draw();
    }

    /** The same as long as the page is open, with what was known of them when it was opened. */
    private List<TextReader> readers(TextContent now) {
        List<TextReader> found = known;
        if (found == null) {
            TextPreviews all = services.previews();
            found = all.readers(language, all.leads(now), Way.PAGE);
            known = found;
        }
        return found;
    }

    private void draw() {
        chosen = Math.min(chosen, previews.size() - 1);
        readers.removeAll();
        for (int i = 0; i < previews.size(); i++) {
            readers.add(reader(previews.get(i), i));
        }
        draw(previews.get(chosen));
    }

    private Button reader(TextPreview preview, int index) {
        String lead = preview.lead();
        Button reader = new Button(lead == null ? getTranslation("texts.preview.stranger") : lead);
        reader.addThemeVariants(
                index == chosen
                        ? new ButtonVariant[] {ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY}
                        : new ButtonVariant[] {ButtonVariant.LUMO_SMALL});
        reader.getElement().setAttribute("aria-pressed", String.valueOf(index == chosen));
        reader.addClickListener(click -> {
            chosen = index;
            draw();
            readers.getChildren().skip(index).findFirst().ifPresent(each -> ((Button) each).focus());
        });
        return reader;
    }

    private void draw(TextPreview preview) {
        mail.removeAll();
        Div subject = new Div(preview.subject());
        subject.addClassName("text-mail-subject");
        mail.add(subject);
        preview.paragraphs().forEach(each -> mail.add(new Paragraph(each)));
        if (!preview.language().equals(language.code())) {
            mail.add(note(getTranslation(
                    "texts.preview.otherLanguage",
                    TextKey.language(preview.language()).locale().getDisplayLanguage(getLocale()))));
        }
        if (!preview.fallbacks().isEmpty()) {
            String fields = preview.fallbacks().stream()
                    .flatMap(each -> MergeField.of(each).stream())
                    .map(each -> each.label(getLocale()))
                    .collect(Collectors.joining(", "));
            mail.add(note(getTranslation("texts.preview.fallbacks", fields)));
        }
    }

    private static Span note(String text) {
        Span note = new Span(text);
        note.addClassNames("text-note", "secondary");
        return note;
    }

    private void test() {
        TextContent now = content;
        List<TextReader> shown = known;
        if (now == null || shown == null) {
            return;
        }
        try {
            UUID lead = shown.get(chosen).lead();
            Toasts.done(getTranslation("texts.test.sent", services.tests().send(key, language, now, lead, Way.PAGE)));
        } catch (ProductException refused) {
            Toasts.refused(refused);
        }
    }
}
