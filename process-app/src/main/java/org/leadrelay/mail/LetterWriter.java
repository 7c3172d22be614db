package org.leadrelay.mail;

/** Port of the outbox: writes the text of a mail at the moment in which it leaves. */
public interface LetterWriter {

    /**
     * The letter with its address, or the reason why the mail shall not leave. Asked outside of any transaction: what is written
     * down for it is committed before it leaves.
     */
    AddressedLetter write(OutboxTable.Mail mail);
}
