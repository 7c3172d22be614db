package org.leadrelay.nurture.text;

import java.util.Locale;
import java.util.Map;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LearnedFacts;
import org.springframework.stereotype.Component;

/** {@link LearnedWords} from what people learned of the lead and what still counts of it, as the charter in force calls it. */
@Component
class FactWords implements LearnedWords {

    private final LearnedFacts learned;

    FactWords(LearnedFacts learned) {
        this.learned = learned;
    }

    @Override
    public Map<TextField, String> of(LeadCard card, Locale locale) {
        Map<TextField, String> words = LearnedWords.none();
        learned.of(card.id())
                .forEach((list, fact) ->
                        TextField.of(list.code()).ifPresent(field -> words.put(field, fact.in(locale))));
        return words;
    }
}
