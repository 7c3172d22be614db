package org.leadrelay.redesign;

/**
 * Element of a model in force with what is there now.
 *
 * @param name in the language of the current request
 * @param drawn whether the model in force has it; what it no longer has holds leads of older versions only
 * @param leads that stand there, those of older versions among them
 * @param older how many of them are on a version with other content
 * @param late promises on this step whose due instant has passed while it runs
 * @param failed jobs that were given up here
 */
public record LiveStep(String element, String name, boolean drawn, long leads, long older, long late, long failed) {}
