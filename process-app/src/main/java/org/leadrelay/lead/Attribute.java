package org.leadrelay.lead;

/**
 * Custom attribute: a column or field that matched nothing known; kept and shown as it came.
 *
 * @param name as the sender calls it
 */
public record Attribute(String name, String value) {}
