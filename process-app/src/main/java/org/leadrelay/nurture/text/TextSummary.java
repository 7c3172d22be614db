package org.leadrelay.nurture.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Row of the list of texts: one step of a track.
 *
 * @param trackName of the track in the reader's language; its code where nobody named it
 * @param step of one that a marketing tool sends, the tool and its name for it: {@code mailer/welcome}
 * @param kind of the touch, as the table says it: {@code mail}, {@code call}, {@code external}; {@code mail} for a text that no row names
 * @param planned whether a row of the table in force sends it
 * @param why what that row says of itself; empty where nothing
 * @param languages the text in each language; none for what is no mail
 */
public record TextSummary(
        String track,
        String trackName,
        String step,
        String kind,
        boolean planned,
        String why,
        List<InLanguage> languages) {

    public TextSummary {
        languages = List.copyOf(languages);
    }

    /**
     * @param subject of what is in force, null where the general text is sent
     * @param version in force, null where there is none; 0 for what came with the product
     * @param draft where the draft stands, null without one
     * @param returned whether a second person sent the draft back
     */
    public record InLanguage(
            String language,
            String path,
            int edition,
            @Nullable String subject,
            @Nullable Integer version,
            TextVersion.@Nullable State draft,
            boolean returned) {}
}
