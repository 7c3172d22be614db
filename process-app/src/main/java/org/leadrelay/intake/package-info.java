/**
 * Intake of leads by REST, web form and CSV import. Reads what was sent, matches it to known fields, and hands each record to {@code lead}; a record is taken once,
 * however often it is sent.
 */
@NullMarked
package org.leadrelay.intake;

import org.jspecify.annotations.NullMarked;
