/**
 * The lead itself: contact details, facts with where they came from, identity and duplicates,
 * consent, and its journeys. Knows no other feature; what it needs of them stands here as small
 * interfaces.
 */
@NullMarked
package org.leadrelay.lead;

import org.jspecify.annotations.NullMarked;
