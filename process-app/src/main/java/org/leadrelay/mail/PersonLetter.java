package org.leadrelay.mail;

import org.leadrelay.access.Person;
import org.leadrelay.mail.OutboxTable.Mail;

/** Port of the outbox: writes the mails to people of one template, other than those that carry notices. */
public interface PersonLetter {

    /** The template whose mails it writes. */
    String template();

    /** The letter as it is at the moment in which it leaves, or the reason why it shall not. */
    AddressedLetter to(Person person, Mail mail);
}
