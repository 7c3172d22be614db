package org.leadrelay.notification;

/** Port of the outbox: writes the text of a mail at the moment in which it leaves. */
public interface LetterWriter {

    /** The letter with its address, or the reason why the mail shall not leave. */
    Addressed write(OutboxTable.Mail mail);
}
