package org.leadrelay.ui.charter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Duration;
import org.leadrelay.charter.Clause;
import org.leadrelay.ui.component.Refusals;

/** Asks how long a promise may take for each priority, and when to remind of it. */
final class ClauseDialog extends Dialog {

    private final Clause clause;
    private final TextField high = new TextField();
    private final TextField normal = new TextField();
    private final TextField low = new TextField();
    private final TextField share = new TextField();
    private final Refusals refusals = new Refusals();

    ClauseDialog(Clause clause, String title) {
        this.clause = clause;
        setHeaderTitle(title);
        work(high, "high", clause.high());
        work(normal, "normal", clause.normal());
        work(low, "low", clause.low());
        share.setLabel(getTranslation("charter.share"));
        share.setHelperText(getTranslation("charter.share.what"));
        share.setValue(Entries.text(clause.reminderShare()));
        share.setWidthFull();
        refusals.field(field("reminderShare"), share);
        add(share);
        setWidth("min(28em, 100vw)");
        setCloseOnOutsideClick(false);
    }

    private void work(TextField field, String priority, Duration now) {
        field.setLabel(getTranslation("charter.work." + priority));
        field.setHelperText(getTranslation("charter.work.what"));
        field.setValue(Entries.text(now));
        field.setWidthFull();
        refusals.field(field(priority), field);
        add(field);
    }

    private String field(String part) {
        return "clauses." + clause.name() + "." + part;
    }

    void ask(SerializableConsumer<Clause> saving) {
        Button save =
                new Button(
                        getTranslation("common.save"),
                        click -> {
                            if (refusals.tried(() -> saving.accept(written()))) {
                                close();
                            }
                        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        open();
        high.focus();
    }

    private Clause written() {
        Entries entries = new Entries(this);
        Clause written =
                new Clause(
                        clause.name(),
                        clause.who(),
                        clause.element(),
                        entries.work(field("high"), high),
                        entries.work(field("normal"), normal),
                        entries.work(field("low"), low),
                        entries.share(field("reminderShare"), share));
        entries.mustBeRead();
        return written;
    }
}
