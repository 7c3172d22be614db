package org.leadrelay.redesign.gate;

/** Check of a whole release against some of the {@link Rule rules}. */
interface Check {

    void check(ModelSet models, Surroundings known, Findings findings);
}
