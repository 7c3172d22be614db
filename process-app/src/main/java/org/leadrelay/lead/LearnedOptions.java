package org.leadrelay.lead;

import java.util.List;

/** Port to what both sides agreed that can be learned of a lead. */
public interface LearnedOptions {

    /** The lines of a list in the agreed order; empty where no such list is agreed. */
    List<LearnedOption> of(LearnedList list);
}
