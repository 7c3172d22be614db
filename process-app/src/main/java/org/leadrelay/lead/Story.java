package org.leadrelay.lead;

import java.util.Map;
import java.util.UUID;

/** One line of a lead's journey log. Implemented in {@code audit}, which adds person and time. */
public interface Story {

    /**
     * Tells one thing that happened.
     *
     * @param kind such as captured, merged, fact-corrected, consent, signal, withdrawn, reopened
     * @param details references and codes only: never a name, an address or free text
     */
    void tell(UUID leadId, String kind, Map<String, ?> details);
}
