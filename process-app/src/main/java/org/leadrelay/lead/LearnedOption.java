package org.leadrelay.lead;

import org.leadrelay.platform.Words;

/**
 * Line of an agreed list of what is learned.
 *
 * @param key the code that becomes the fact's value
 */
public record LearnedOption(String key, Words words) {}
