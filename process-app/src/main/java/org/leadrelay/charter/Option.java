package org.leadrelay.charter;

/**
 * One choice of an agreed list, as a form offers it.
 *
 * @param value the code that routes and is logged; never changes its meaning
 * @param label what people read, in their language
 */
public record Option(String value, String label) {}
