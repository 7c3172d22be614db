package org.leadrelay.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.leadrelay.board.NumberResult;

/** Interval chart of one rate: the interval as a bar, the value as a dot. A picture of figures that stand beside it. */
final class IntervalBar extends Div {

    private static final List<Double> SCALES = List.of(0.05, 0.1, 0.25, 0.5, 1.0);

    /**
     * @param scale the rate at the right end
     */
    IntervalBar(double low, double value, double high, double scale) {
        addClassName("interval");
        getElement().setAttribute("aria-hidden", "true");
        Span bar = new Span();
        bar.addClassName("interval-bar");
        bar.getStyle().set("left", percent(low / scale));
        bar.getStyle().set("width", percent((high - low) / scale));
        Span dot = new Span();
        dot.addClassName("interval-dot");
        dot.getStyle().set("left", percent(value / scale));
        add(bar, dot);
    }

    /** The smallest scale on which all of them fit: what is compared stands on one. */
    static double scale(List<NumberResult> compared) {
        double highest = compared.stream()
                .map(NumberResult::high)
                .filter(each -> each != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return SCALES.stream().filter(each -> each >= highest).findFirst().orElse(1.0);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", Math.max(0, Math.min(1, share)) * 100);
    }
}
