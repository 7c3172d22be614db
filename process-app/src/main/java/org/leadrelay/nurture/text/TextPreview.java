package org.leadrelay.nurture.text;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * View of a text as one lead would read it.
 *
 * @param leadId null for somebody of whom nothing is known
 * @param lead what the lead is called, null with its id
 * @param language in which that lead is written to
 * @param fallbacks codes of the fields whose fallback stands in it
 */
public record TextPreview(
        @Nullable UUID leadId,
        @Nullable String lead,
        String language,
        String subject,
        List<String> paragraphs,
        List<String> fallbacks) {

    public TextPreview {
        paragraphs = List.copyOf(paragraphs);
        fallbacks = List.copyOf(fallbacks);
    }
}
