package org.leadrelay.ui.text;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.nurture.text.MergeField;
import org.leadrelay.nurture.text.TextContent;
import org.leadrelay.ui.component.FieldErrors;

/** Form of one text: subject, body, buttons that insert fields, a fallback for each field that needs one, the link. */
final class TextEditor extends Div {

    private static final long serialVersionUID = 1L;

    private static final MergeField INTEREST = MergeField.INTEREST;

    private static final int PAUSE_MILLIS = 500;

    /** Where the cursor is, or was; the field then tells the server as if it had been typed. */
    private static final String INSERT = """
        const field = this.inputElement;
        const from = field.selectionStart ?? field.value.length;
        field.setRangeText($0, from, field.selectionEnd ?? from, 'end');
        this.value = field.value;
        field.focus();
        this.dispatchEvent(new CustomEvent('input', { bubbles: true }));
        this.dispatchEvent(new CustomEvent('change', { bubbles: true }));
        """;

    private final TextField subject = new TextField();
    private final TextArea body = new TextArea();
    private final TextField link = new TextField();
    private final Div inserts = new Div();
    private final Div fallbackPart = new Div();
    private final Map<MergeField, TextField> fallbacks = new EnumMap<>(MergeField.class);
    private final FieldErrors refusals = new FieldErrors();
    private final SerializableRunnable changed;
    private TextFieldBase<?, String> last = body;
    private boolean filling;

    TextEditor(SerializableRunnable changed) {
        this.changed = changed;
        addClassName("text-editor");
        subject.setLabel(getTranslation("texts.subject"));
        subject.setMaxLength(200);
        body.setLabel(getTranslation("texts.body"));
        body.setHelperText(getTranslation("texts.body.what", TextContent.begin(INTEREST), TextContent.end(INTEREST)));
        body.setMinRows(10);
        link.setLabel(getTranslation("texts.link"));
        link.setHelperText(getTranslation("texts.link.what"));
        link.setMaxLength(200);
        inserts.addClassName("text-inserts");
        inserts.getElement().setAttribute("role", "group");
        inserts.getElement().setAttribute("aria-label", getTranslation("texts.insert"));
        inserts.add(new Span(getTranslation("texts.insert")));
        for (MergeField each : MergeField.values()) {
            inserts.add(insert(each));
        }
        subject.addFocusListener(focus -> last = subject);
        body.addFocusListener(focus -> last = body);
        refusals.field("subject", subject).field("body", body).field("link", link);
        watch(subject);
        watch(body);
        watch(link);
        for (MergeField each : MergeField.values()) {
            fallback(each);
        }
        Span legend = new Span(getTranslation("texts.fallbacks.what"));
        legend.addClassName("secondary");
        Span name = new Span(getTranslation("texts.fallbacks"));
        name.addClassName("text-fallbacks-name");
        fallbackPart.addClassName("text-fallbacks");
        fallbackPart.getElement().setAttribute("role", "group");
        fallbackPart.getElement().setAttribute("aria-label", getTranslation("texts.fallbacks"));
        fallbackPart.addComponentAsFirst(legend);
        fallbackPart.addComponentAsFirst(name);
        add(subject, inserts, body, fallbackPart, link);
    }

    private Button insert(MergeField field) {
        Button insert = new Button(field.label(getLocale()));
        insert.addThemeVariants(ButtonVariant.LUMO_SMALL);
        insert.setTooltipText(TextContent.tag(field));
        insert.addClickListener(click -> last.getElement().executeJs(INSERT, TextContent.tag(field)));
        return insert;
    }

    private void fallback(MergeField field) {
        TextField words = new TextField();
        words.setLabel(field.label(getLocale()));
        words.setMaxLength(200);
        words.setVisible(false);
        watch(words);
        refusals.field("fallbacks." + field.code(), words);
        fallbacks.put(field, words);
        fallbackPart.add(words);
    }

    private <C extends TextFieldBase<?, String>> void watch(C field) {
        field.setWidthFull();
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(event -> {
            if (!filling) {
                showFallbacks();
                changed.run();
            }
        });
    }

    /** What the service refuses stands beside its field. */
    FieldErrors refusals() {
        return refusals;
    }

    void fill(@Nullable TextContent content, boolean writable) {
        filling = true;
        subject.setValue(content == null ? "" : content.subject());
        body.setValue(content == null ? "" : content.body());
        link.setValue(content == null || content.link() == null ? "" : content.link());
        fallbacks.forEach((field, words) ->
                words.setValue(content == null ? "" : content.fallbacks().getOrDefault(field.code(), "")));
        filling = false;
        subject.setReadOnly(!writable);
        body.setReadOnly(!writable);
        link.setReadOnly(!writable);
        fallbacks.values().forEach((HasValue<?, String> each) -> each.setReadOnly(!writable));
        inserts.setVisible(writable);
        showFallbacks();
    }

    TextContent content() {
        Map<String, String> said = new TreeMap<>();
        fallbacks.forEach((field, words) -> {
            if (!words.getValue().isBlank()) {
                said.put(field.code(), words.getValue());
            }
        });
        return new TextContent(subject.getValue(), body.getValue(), link.getValue(), said);
    }

    private void showFallbacks() {
        TextContent now = content();
        fallbacks.forEach((field, words) ->
                words.setVisible(now.needed().contains(field) || now.fallbacks().containsKey(field.code())));
        fallbackPart.setVisible(fallbacks.values().stream().anyMatch(TextField::isVisible));
    }
}
