package org.leadrelay.assignment;

/** Event that somebody can take a lead again: a place was freed, a capacity raised, or a rep returned. */
record PlaceFreed() {}
