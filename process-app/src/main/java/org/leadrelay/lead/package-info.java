/**
 * The lead: facts with their provenance, identity and duplicates, consent, journeys.
 * Knows no other feature but the journal; what it needs of the others stands here as small interfaces.
 */
@NullMarked
package org.leadrelay.lead;

import org.jspecify.annotations.NullMarked;
