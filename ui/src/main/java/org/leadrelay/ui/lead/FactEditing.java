package org.leadrelay.ui.lead;

import java.util.List;
import java.util.UUID;
import org.leadrelay.lead.FactView;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.Toasts;
import org.springframework.stereotype.Component;

/** Correction of a lead's facts in a dialog, from wherever the lead is at hand. */
@Component
public class FactEditing {

    private final LeadServices desk;

    FactEditing(LeadServices desk) {
        this.desk = desk;
    }

    /** Whether the person may correct facts. */
    public boolean possible() {
        return desk.mayWork();
    }

    /**
     * Opens the dialog for one of the lead's facts, or says why nothing can be corrected.
     *
     * @param changed called once a fact has been corrected
     */
    public void open(UUID leadId, Runnable changed) {
        try {
            List<FactView> facts = desk.card(leadId).facts().stream()
                    .filter(LeadServices::mayChange)
                    .toList();
            new FactDialog(facts, desk::choices, (fact, value) -> {
                        desk.correct(leadId, fact.name(), value);
                        changed.run();
                    })
                    .open();
        } catch (ProductException hidden) {
            Toasts.refused(hidden);
        }
    }
}
