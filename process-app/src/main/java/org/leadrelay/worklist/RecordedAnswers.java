package org.leadrelay.worklist;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Message source of recorded answers: fields and choices are called as the form of that day calls them, in the
 * language of the current request. What no form knows any more is told by its code.
 */
@Component
class RecordedAnswers {

    private static final Wording WORDING = Wording.of(RecordedAnswers.class, "sofar");

    /** What a log line holds beside the answers. */
    private static final Set<String> BESIDE = Set.of("task", "currency", "words");

    /** The one answer that is an amount. */
    private static final String AMOUNT = "dealValue";

    /** A field whose id ends so holds an agreed reason. */
    private static final Pattern REASON = Pattern.compile("\\w*(reason|Reason|cause|Cause)");

    private final Forms forms;
    private final Charter charter;
    private final ModelNames names;

    RecordedAnswers(Forms forms, Charter charter, ModelNames names) {
        this.forms = forms;
        this.charter = charter;
        this.names = names;
    }

    /**
     * A completed task's answers as its log line holds them.
     *
     * @param model null for a line without a place: then every answer is told by its code
     * @param details field ids and values; what is no field of the form is passed over where the form is known
     */
    InWords of(@Nullable String model, @Nullable Integer version, @Nullable String step, Map<String, ?> details) {
        Form form =
                model == null || version == null || step == null ? new Form(List.of()) : forms.of(model, version, step);
        SoFar.Answer outcome = null;
        SoFar.Answer reason = null;
        List<SoFar.Answer> others = new ArrayList<>();
        for (String field : form.fields().isEmpty()
                ? details.keySet().stream().sorted().toList()
                : form.fields().stream().map(Form.Field::id).toList()) {
            Object value = details.get(field);
            if (value == null || BESIDE.contains(field)) {
                continue;
            }
            SoFar.Answer answer = answer(form, field, value, details.get("currency"));
            if (field.equals(Answers.OUTCOME)) {
                outcome = answer;
            } else if (reason == null && REASON.matcher(field).matches()) {
                reason = answer;
            } else {
                others.add(answer);
            }
        }
        return new InWords(form, outcome, reason, List.copyOf(others));
    }

    /**
     * What a step is called.
     *
     * @param stored what it was called when the line was written
     */
    String step(@Nullable String model, @Nullable Integer version, String step, @Nullable String stored) {
        ModelNames.Names known = model == null || version == null ? names.inForce() : names.in(model, version);
        return known.step(step, stored, Wording.language());
    }

    private SoFar.Answer answer(Form form, String field, Object value, @Nullable Object currency) {
        Optional<Form.Field> known = form.field(field);
        return new SoFar.Answer(
                field,
                known.map(Form.Field::label).orElse(field),
                value.toString(),
                known.map(each -> text(each, value)).orElse(value.toString())
                        + (currency != null && field.equals(AMOUNT) ? " " + currency : ""));
    }

    private String text(Form.Field field, Object value) {
        Locale locale = Wording.language();
        return switch (field.type()) {
            case "boolean" -> WORDING.text(Boolean.parseBoolean(value.toString()) ? "yes" : "no");
            case "date" -> day(value.toString(), locale);
            case "long" ->
                value instanceof Number number
                        ? NumberFormat.getIntegerInstance(locale).format(number)
                        : value.toString();
            default ->
                field.options().stream()
                        .filter(each -> each.value().equals(value))
                        .findFirst()
                        .map(Option::label)
                        .orElse(value.toString());
        };
    }

    private String day(String instant, Locale locale) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(Instant.parse(instant).atZone(charter.calendar().zone()));
        } catch (DateTimeException e) {
            return instant;
        }
    }

    /**
     * Answers in words.
     *
     * @param form as it was declared then, without fields where it is gone
     * @param outcome which button was pressed
     * @param reason the agreed reason
     * @param others in the order of the form
     */
    record InWords(
            Form form, SoFar.@Nullable Answer outcome, SoFar.@Nullable Answer reason, List<SoFar.Answer> others) {

        /** What the form calls a field; what else it was called where the form is gone. */
        String label(String field, String otherwise) {
            return form.field(field).map(Form.Field::label).orElse(otherwise);
        }
    }
}
