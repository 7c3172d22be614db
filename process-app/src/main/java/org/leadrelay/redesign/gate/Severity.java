package org.leadrelay.redesign.gate;

import java.util.Locale;

/** Severity of a finding: a refusal keeps a release from being sealed, a warning and a note are shown. */
public enum Severity {
    REFUSAL,
    WARNING,
    NOTE;

    /** As the database and REST write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
