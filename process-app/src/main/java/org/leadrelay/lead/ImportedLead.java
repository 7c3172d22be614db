package org.leadrelay.lead;

import java.util.List;
import java.util.UUID;

/**
 * Effect of one import on one lead.
 *
 * @param created one of them created it
 * @param returned one of them began a new journey of it
 * @param captures how many captures of it are accounted for by this import or by undone ones
 * @param elsewhere another import, which was not undone, has a row about it
 * @param changes the facts that they changed, in the order of the file
 */
public record ImportedLead(
        UUID leadId, boolean created, boolean returned, long captures, boolean elsewhere, List<FactChange> changes) {}
