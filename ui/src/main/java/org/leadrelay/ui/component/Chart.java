package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bar chart by category in the theme's colours. To a screen reader it is one picture: what it shows stands in a
 * table beside it, see {@link ChartPanel}.
 */
@Tag("lr-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./components/chart.ts")
public class Chart extends Component implements HasSize, HasStyle {

    private static final long serialVersionUID = 1L;

    private Bars bars = Bars.stacked(List.of(), List.of());

    public Chart(String label) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    /**
     * A row of bars, one value for each category.
     *
     * @param tone the theme's custom property that colours them: {@code --lr-kept}
     */
    public record Series(String name, String tone, List<? extends @Nullable Number> values) {}

    /**
     * What to draw.
     *
     * @param lying whether the bars lie, for categories with long names
     * @param unit what the values are counted in, as the tooltip says; empty for a count
     */
    public record Bars(List<String> categories, List<Series> series, boolean stacked, boolean lying, String unit) {

        public Bars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }

        public static Bars stacked(List<String> categories, List<Series> series) {
            return new Bars(categories, series, true, false, "");
        }

        public Bars lying(boolean so) {
            return new Bars(categories, series, stacked, so, unit);
        }

        public Bars in(String what) {
            return new Bars(categories, series, stacked, lying, what);
        }
    }

    public void show(Bars what) {
        bars = what;
        getElement()
                .setPropertyMap(
                        "data",
                        Map.of(
                                "categories",
                                what.categories(),
                                "series",
                                what.series().stream()
                                        .map(each -> Map.of(
                                                "name", each.name(), "tone", each.tone(), "values", each.values()))
                                        .toList(),
                                "stacked",
                                what.stacked(),
                                "lying",
                                what.lying(),
                                "unit",
                                what.unit(),
                                "language",
                                getLocale().toLanguageTag()));
    }

    public Bars shown() {
        return bars;
    }

    public Registration addBarChosenListener(ComponentEventListener<BarChosen> listener) {
        return addListener(BarChosen.class, listener);
    }

    /** Somebody clicked on a bar. */
    @DomEvent("bar-chosen")
    public static class BarChosen extends ComponentEvent<Chart> {

        private static final long serialVersionUID = 1L;

        private final int category;
        private final int series;

        public BarChosen(
                Chart source,
                boolean fromClient,
                @EventData("event.detail.category") int category,
                @EventData("event.detail.series") int series) {
            super(source, fromClient);
            this.category = category;
            this.series = series;
        }

        /** The position of the bar's category. */
        public int category() {
            return category;
        }

        /** The position of its row of bars. */
        public int series() {
            return series;
        }
    }
}
