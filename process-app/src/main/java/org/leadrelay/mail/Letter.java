package org.leadrelay.mail;

/** Text of a mail: the same in plain text and in HTML. */
public record Letter(String subject, String text, String html) {}
