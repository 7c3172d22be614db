package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.CalendarForm.Range;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.FieldLines;

/** Fields of one range of a day: from when, until when. */
final class RangeLine extends FieldLines.Line {

    private static final String MIDNIGHT = "00:00";
    private static final String END_OF_DAY = "24:00";

    private final TextField from = new TextField();
    private final TextField to = new TextField();

    private RangeLine(String of, @Nullable Range now, Command changed) {
        addClassName("range");
        time(from, getTranslation("calendar.from", of), now == null ? null : now.from(), changed);
        time(to, getTranslation("calendar.to", of), now == null ? null : until(now), changed);
        from.setPlaceholder("09:00");
        to.setPlaceholder("17:00");
        add(from, to);
    }

    /** Midnight at an end is the end of the day, unless the range is the whole day. */
    private static String until(Range now) {
        String to = now.to() == null ? "" : now.to();
        return to.equals(MIDNIGHT) ? END_OF_DAY : to;
    }

    private static void time(TextField field, String label, @Nullable String now, Command changed) {
        field.setAriaLabel(label);
        field.setValue(now == null ? "" : now);
        field.getElement().getThemeList().add("small");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(event -> changed.execute());
    }

    /**
     * Lines for the ranges of one day.
     *
     * @param of whose ranges, for those who hear the page
     */
    static FieldLines<RangeLine> lines(String adding, String of, List<Range> now, Command changed) {
        FieldLines<RangeLine> lines =
                new FieldLines<>(RangeLine.class, adding, false, () -> new RangeLine(of, null, changed));
        lines.addClassName("ranges");
        now.forEach(each -> lines.with(new RangeLine(of, each, changed)));
        lines.onChange(changed);
        return lines;
    }

    static List<Range> ranges(FieldLines<RangeLine> lines) {
        return lines.lines().stream()
                .map(each -> new Range(each.from.getValue(), each.to.getValue()))
                .toList();
    }

    /** Shows what is said of these ranges beside the time that it means. */
    static void showErrors(FieldLines<RangeLine> lines, String field, FieldErrors refusals) {
        List<RangeLine> all = new ArrayList<>(lines.lines());
        for (int i = 0; i < all.size(); i++) {
            String range = field + "[" + i + "]";
            refusals.field(range, all.get(i).from)
                    .field(range + ".from", all.get(i).from)
                    .field(range + ".to", all.get(i).to);
        }
        if (!all.isEmpty()) {
            refusals.field(field, all.get(0).from);
        }
    }

    @Override
    public Focusable<?> first() {
        return from;
    }
}
