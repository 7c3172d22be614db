package org.leadrelay.ui.charter;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.workingtime.WorkAmount;

/** Parser of a draft's fields, which collects violations. */
final class FieldParser {

    private static final Pattern WORK = Pattern.compile("(\\d{1,5}):([0-5]\\d)(?::([0-5]\\d))?");

    /** Days are written with the letter of either language. */
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s*[dDtT](?:\\s+(.+))?");

    private final Dialog asking;
    private final List<Invalid.Violation> wrong = new ArrayList<>();

    /**
     * @param asking whose language to speak
     */
    FieldParser(Dialog asking) {
        this.asking = asking;
    }

    private static String text(Duration work) {
        String minutes = "%d:%02d".formatted(work.toHours(), work.toMinutesPart());
        return work.toSecondsPart() == 0 ? minutes : minutes + ":%02d".formatted(work.toSecondsPart());
    }

    /** Working time as it is written in a field: 1:30, 2 d, 2 d 1:30. */
    static String text(WorkAmount work) {
        if (work.days() == 0) {
            return text(work.rest());
        }
        return work.days() + " d" + (work.rest().isZero() ? "" : " " + text(work.rest()));
    }

    /** A share as per cent; empty for none. */
    static String text(@Nullable Double share) {
        return share == null
                ? ""
                : BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    WorkAmount amount(String name, TextField field) {
        Matcher written = DAYS.matcher(field.getValue().strip());
        if (!written.matches()) {
            return WorkAmount.of(work(name, field.getValue()));
        }
        String rest = written.group(2);
        Duration more = rest == null ? Duration.ZERO : work(name, rest);
        try {
            return new WorkAmount(Integer.parseInt(written.group(1)), more);
        } catch (IllegalArgumentException e) {
            wrong(name, "charter.wrong.days");
            return WorkAmount.NONE;
        }
    }

    private Duration work(String name, String text) {
        Matcher written = WORK.matcher(text.strip());
        if (!written.matches()) {
            wrong(name, "charter.wrong.work");
            return Duration.ZERO;
        }
        String seconds = written.group(3);
        return Duration.ofHours(Long.parseLong(written.group(1)))
                .plusMinutes(Long.parseLong(written.group(2)))
                .plusSeconds(seconds == null ? 0 : Long.parseLong(seconds));
    }

    @Nullable
    Double share(String name, TextField field) {
        String written = field.getValue().replace("%", "").replace(',', '.').strip();
        if (written.isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(written).movePointLeft(2).doubleValue();
        } catch (NumberFormatException e) {
            wrong(name, "charter.wrong.share");
            return null;
        }
    }

    /** An empty field is no number that any limit takes, and so refused with its bounds. */
    static int number(IntegerField field) {
        Integer written = field.getValue();
        return written == null ? -1 : written;
    }

    /** What was chosen; nothing is no role, person or step, and refused as such. */
    static String chosen(ComboBox<String> box) {
        String chosen = box.getValue();
        return chosen == null ? "" : chosen;
    }

    /**
     * @throws Invalid with every field that could not be read
     */
    void mustBeRead() {
        if (!wrong.isEmpty()) {
            throw Invalid.of(wrong);
        }
    }

    /** This field cannot stand as it is, for this reason. */
    void wrong(String name, String key) {
        wrong.add(new Invalid.Violation(name, asking.getTranslation(key)));
    }
}
