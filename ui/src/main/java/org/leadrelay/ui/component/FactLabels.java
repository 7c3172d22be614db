package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import java.io.Serializable;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadClaim;
import org.leadrelay.lead.OldFact;

/**
 * Labels of facts in the reader's language. What the product knows by name is translated; what came
 * with a column or a field of its own keeps the words that it came with.
 *
 * @param screen whose language it is
 */
public record FactLabels(Component screen) implements Serializable {

    public String of(FactView fact) {
        return of(fact.name(), fact.label());
    }

    public String of(OldFact fact) {
        return of(fact.name(), fact.label());
    }

    public String of(LeadClaim claim) {
        return of(claim.name(), claim.label());
    }

    /**
     * @param stored what it was called where it came from
     */
    public String of(String name, String stored) {
        return Field.of(name).isPresent() ? screen.getTranslation("field." + name) : stored;
    }
}
