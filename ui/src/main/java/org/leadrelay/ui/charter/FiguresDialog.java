package org.leadrelay.ui.charter;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.Figure;
import org.leadrelay.charter.Metric;
import org.leadrelay.ui.component.DayFields;

/** Dialog of the target figures, who answers for each, and when it is looked at again. */
final class FiguresDialog extends PartDialog {

    private final CharterContent said;
    private final TextField currency = new TextField();
    private final List<Line> lines = new ArrayList<>();

    /** One metric; rates are written as per cent. */
    private static final class Line extends Div {

        private final Metric metric;
        private final boolean known;
        private final BigDecimalField value = new BigDecimalField();
        private final ComboBox<String> owner;
        private final DatePicker review = new DatePicker();

        Line(Metric metric, @Nullable Figure now, CharterChoices choices) {
            this.metric = metric;
            known = now != null;
            addClassName("line-fields");
            value.setLabel(choices.words().metric(metric));
            value.setLocale(getLocale());
            value.setManualValidation(true);
            if (metric.isOptional() && now == null) {
                value.setHelperText(getTranslation("charter.figure.optional." + metric.code()));
            }
            if (metric.isShare()) {
                value.setSuffixComponent(new Span("%"));
            }
            owner = choices.owner();
            owner.setLabel(getTranslation("charter.figure.owner"));
            owner.addClassName("wide");
            review.setLabel(getTranslation("charter.figure.review"));
            DayFields.speak(review, getLocale());
            review.setManualValidation(true);
            if (now != null) {
                value.setValue(metric.isShare() ? now.value().movePointRight(2).stripTrailingZeros() : now.value());
                owner.setValue(now.owner());
                review.setValue(now.review());
            }
            add(value, owner, review);
        }

        /** Nothing is agreed for it, and nothing was entered. */
        boolean isLeftOut() {
            return metric.isOptional() && !known && value.getValue() == null;
        }

        Figure written() {
            BigDecimal given = value.getValue();
            BigDecimal figure = given == null ? BigDecimal.ZERO : given;
            return new Figure(
                    metric,
                    metric.isShare() ? figure.movePointLeft(2) : figure,
                    FieldParser.chosen(owner),
                    review.getValue());
        }
    }

    FiguresDialog(CharterContent said, CharterChoices choices, String title) {
        super(title, "52em");
        this.said = said;
        currency.setLabel(getTranslation("charter.currency"));
        currency.setHelperText(getTranslation("charter.currency.what"));
        currency.setValue(said.currency());
        refusals().field("currency", currency);
        form(currency);
        for (Metric each : Metric.values()) {
            Line line = new Line(each, said.figure(each).orElse(null), choices);
            lines.add(line);
            if (each == Metric.VOLUME_GOAL) {
                said.derivedVolume()
                        .map(choices.words()::number)
                        .ifPresent(asked -> line.value.setHelperText(getTranslation("charter.figure.derived", asked)));
            }
            String field = "figures." + each.code();
            refusals()
                    .field(field + ".value", line.value)
                    .field(field + ".owner", line.owner)
                    .field(field + ".review", line.review);
            form(line);
        }
    }

    @Override
    CharterContent written(FieldParser entries) {
        return said.rewriting()
                .figures(
                        currency.getValue().strip().toUpperCase(Locale.ROOT),
                        lines.stream()
                                .filter(each -> !each.isLeftOut())
                                .map(Line::written)
                                .toList())
                .text();
    }
}
