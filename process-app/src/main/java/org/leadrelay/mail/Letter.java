package org.leadrelay.mail;

/** A letter as it is read: the same in plain text and in HTML. */
public record Letter(String subject, String text, String html) {}
