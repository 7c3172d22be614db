package org.leadrelay.nurture.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.nurture.text.TextTemplate.Rendered;
import org.leadrelay.platform.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts of mails to leads, as they are in force at the moment in which a mail leaves: in the language of the person, with
 * what is known of them.
 */
@Service
@Transactional(readOnly = true)
public class TouchTexts {

    private final NurtureTexts texts;
    private final FieldValues values;
    private final LeadCards cards;

    TouchTexts(NurtureTexts texts, FieldValues values, LeadCards cards) {
        this.texts = texts;
        this.values = values;
        this.cards = cards;
    }

    /**
     * A text written for one lead.
     *
     * @param link what the link below it is called, null for the general words
     * @param path of its file
     * @param version of that file; 0 for what came with the product
     */
    public record TouchText(
            Locale locale,
            String subject,
            List<String> paragraphs,
            @Nullable String link,
            String path,
            int version) {

        public TouchText {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Whether a lead can be sent a text now; nothing of it is read where everybody can. */
    public boolean suits(UUID leadId, String template) {
        boolean everybody = Stream.of(Language.values())
                .map(language -> chosen(template, language))
                .allMatch(each -> each.isPresent()
                        && new TextTemplate(each.get().version().content()).suitsEverybody());
        return everybody || write(cards.card(leadId), template).isPresent();
    }

    /** Empty where a field would stand there without a value: such a mail is not sent. */
    public Optional<TouchText> write(LeadCard card, String template) {
        Language language = language(card);
        return chosen(template, language).flatMap(text -> {
            Locale locale = text.language().locale();
            return new TextTemplate(text.version().content())
                    .with(values.of(card, locale))
                    .map(rendered -> text(text, rendered));
        });
    }

    /** What to write to somebody in. */
    public static Language language(LeadCard card) {
        return SpokenLanguage.of(card.facts(), card.country());
    }

    private static TouchText text(Chosen text, Rendered rendered) {
        return new TouchText(
                text.language().locale(),
                rendered.subject(),
                rendered.paragraphs(),
                text.version().content().link(),
                text.key().path(text.language()),
                text.version().version());
    }

    private record Chosen(TextKey key, Language language, TextVersion version) {}

    /** Of its own in that language, else in English, else the general one in that language. */
    private Optional<Chosen> chosen(String template, Language language) {
        Optional<TextKey> key = TextKey.ofTemplate(template);
        return key.flatMap(own -> find(own, language))
                .or(() -> key.flatMap(own -> find(own, Language.ENGLISH)))
                .or(() -> find(TextKey.GENERAL, language));
    }

    private Optional<Chosen> find(TextKey key, Language language) {
        return texts.inForce(key, language).map(version -> new Chosen(key, language, version));
    }
}
