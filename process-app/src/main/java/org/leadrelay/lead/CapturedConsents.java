package org.leadrelay.lead;

import org.leadrelay.platform.InsertBatch;
import org.springframework.stereotype.Component;

/** Consent statements of a captured record. */
@Component
class CapturedConsents {

    private final Consents consents;
    private final Declarations declarations;

    CapturedConsents(Consents consents, Declarations declarations) {
        this.consents = consents;
        this.declarations = declarations;
    }

    /** Those that came with a new lead. */
    void created(Lead lead, CheckedCapture checked, InsertBatch rows) {
        consents.created(lead, checked.contactPoint());
        keep(lead, checked, rows);
    }

    void brought(Lead lead, CheckedCapture checked, InsertBatch rows) {
        consents.identified(lead, checked.contactPoint());
        keep(lead, checked, rows);
    }

    /** What is declared counts on channels of which nothing was said: what was said comes first. */
    private void keep(Lead lead, CheckedCapture checked, InsertBatch rows) {
        consents.brought(lead, checked);
        consents.declared(lead, checked, declarations.statements(checked.origin(), checked.value(Field.SOURCE)), rows);
    }

    void objections(Lead lead, CheckedCapture checked) {
        consents.objections(lead, checked);
    }
}
