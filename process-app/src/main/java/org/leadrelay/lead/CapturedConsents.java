package org.leadrelay.lead;

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
    void created(Lead lead, CheckedCapture checked) {
        consents.created(lead, checked.contactPoint());
        record(lead, checked);
    }

    void brought(Lead lead, CheckedCapture checked) {
        consents.identified(lead, checked.contactPoint());
        record(lead, checked);
    }

    private void record(Lead lead, CheckedCapture checked) {
        consents.brought(lead, checked, declarations.statements(checked.origin(), checked.value(Field.SOURCE)));
    }

    void objections(Lead lead, CheckedCapture checked) {
        consents.objections(lead, checked);
    }
}
