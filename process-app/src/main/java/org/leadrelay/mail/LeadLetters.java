package org.leadrelay.mail;

/** Port to what writes the letters to leads, at the moment in which they leave. */
public interface LeadLetters {

    /** The letter with its address, or the reason why the mail shall not leave. */
    AddressedLetter to(OutboxTable.Mail mail);
}
