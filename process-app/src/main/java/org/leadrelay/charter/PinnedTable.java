package org.leadrelay.charter;

import jakarta.persistence.Embeddable;

/**
 * A decision table in the version that both sides looked at when they said what is sales-ready.
 *
 * @param decision its id: {@code lead-matrix}
 */
@Embeddable
public record PinnedTable(String decision, int tableVersion) {

    public PinnedTable {
        decision = EmptyDefaults.text(decision);
    }
}
