package org.leadrelay.lead;

import org.jspecify.annotations.Nullable;

/**
 * What a source, an origin or a mapping declares about the people it brings: the channels they may
 * be reached on and why.
 *
 * @param basis for example consent or enquiry
 */
public record Declaration(
        boolean mail, boolean call, String basis, @Nullable String wording) {}
