package org.leadrelay.redesign;

/**
 * Version of a model or a table that is not in force any more, and the leads that go on with it to their end.
 */
public record OlderVersion(int version, long leads) {}
