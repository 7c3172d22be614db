package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.redesign.Release;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.FormDialog;
import org.leadrelay.ui.component.Times;

/** Dialog before a release is approved: that its difference was read, and whether it is in force at once or at a moment. */
final class ApproveDialog extends FormDialog {

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int SHORT = 12;

    /** Takes the chosen moment. */
    interface Approving extends Serializable {
        /**
         * @param from null for at once
         */
        void approve(@Nullable Instant from);
    }

    private final Times times;
    private final RadioButtonGroup<Boolean> when = new RadioButtonGroup<>();
    private final DateTimePicker moment = new DateTimePicker();
    private final Checkbox read = new Checkbox();

    /**
     * @param changes how much it says differently
     */
    ApproveDialog(Release release, int changes, Times times) {
        super("38em");
        this.times = times;
        setHeaderTitle(getTranslation("redesign.approve.ask", release.number()));
        when.setLabel(getTranslation("redesign.approve.when"));
        when.setItems(true, false);
        when.setItemLabelGenerator(now -> getTranslation(now ? "redesign.approve.now" : "redesign.approve.later"));
        when.setValue(true);
        when.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        when.addValueChangeListener(event -> moment.setVisible(Boolean.FALSE.equals(event.getValue())));
        moment.setLabel(getTranslation("redesign.approve.moment"));
        moment.setHelperText(
                getTranslation("redesign.approve.zone", times.zone().getId()));
        DayFields.speak(moment, getLocale());
        moment.setStep(STEP);
        moment.setManualValidation(true);
        moment.setWidthFull();
        moment.setVisible(false);
        read.setLabel(getTranslation(
                release.rollsBackTo() == null ? "redesign.approve.read" : "redesign.approve.read.back",
                changes,
                release.contentHash()
                        .substring(0, Math.min(SHORT, release.contentHash().length()))));
        read.setManualValidation(true);
        refusals().field("from", moment).field("inForceFrom", moment).field("read", read);
        form(new Paragraph(getTranslation("redesign.approve.what")), when, moment, read);
    }

    void ask(Approving approving) {
        saves(getTranslation("redesign.approve.deed"), () -> {
            if (!read.getValue()) {
                throw Invalid.field("read", getTranslation("redesign.approve.unread"));
            }
            approving.approve(moment());
        });
        open();
    }

    private @Nullable Instant moment() {
        if (Boolean.TRUE.equals(when.getValue())) {
            return null;
        }
        LocalDateTime given = moment.getValue();
        if (given == null) {
            throw Invalid.field("from", getTranslation("redesign.approve.choose"));
        }
        return given.atZone(times.zone()).toInstant();
    }
}
