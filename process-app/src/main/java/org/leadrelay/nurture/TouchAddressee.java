package org.leadrelay.nurture;

import org.leadrelay.lead.LeadCard;

/**
 * Lead that a touch may be written to at this moment.
 *
 * @param address keyed hash of the e-mail address
 * @param track the subject
 */
record TouchAddressee(LeadCard card, String email, byte[] address, String track) {}
