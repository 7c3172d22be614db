package org.leadrelay.nurture.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.leadrelay.lead.LeadCard;

/** Port to what is known of a lead from its conversations, in words that may stand in a mail. */
public interface LearnedWords {

    /**
     * By field what was learned: interest, timeline, decider. What is not known, or has no words, is absent.
     *
     * @param locale the language of the mail
     */
    Map<TextField, String> of(LeadCard card, Locale locale);

    /** For implementations: nothing yet. */
    static Map<TextField, String> none() {
        return new EnumMap<>(TextField.class);
    }
}
