package org.leadrelay.mail;

/**
 * Version of a text that a letter was written from.
 *
 * @param path of its file
 * @param version of that file; 0 for what came with the product
 */
public record LetterText(String path, String language, int version) {}
