package org.leadrelay.nurture.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.nurture.text.TextTemplate.Rendered;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.springframework.stereotype.Service;

/** Previews of a text that is being written: as real leads would read it that the author may see, and a stranger. */
@Service
public class TextPreviews {

    private final PreviewLeads sample;
    private final FieldValues values;
    private final LeadCards cards;
    private final ReadingLog readings;
    private final CurrentPerson person;

    TextPreviews(PreviewLeads sample, FieldValues values, LeadCards cards, ReadingLog readings, CurrentPerson person) {
        this.sample = sample;
        this.values = values;
        this.cards = cards;
        this.readings = readings;
        this.person = person;
    }

    /** Leads that differ in the fields of this text, at most three. */
    public List<UUID> leads(TextContent content) {
        return sample.choose(mayWrite(), fields(content));
    }

    /** These leads with what is known of them now, and after them a stranger; that they were looked at is on record. */
    public List<TextReader> readers(Language language, List<UUID> leads, Way way) {
        Actor actor = mayWrite();
        List<TextReader> readers = new ArrayList<>();
        leads.forEach(each -> readers.add(reader(language, cards.card(each, actor))));
        leads.forEach(each -> readings.lead(each, way));
        readers.add(reader(language, null));
        return List.copyOf(readers);
    }

    /** A lead with what is known of it now; a stranger where there is none. */
    TextReader reader(Language language, @Nullable LeadCard card) {
        return card == null
                ? new TextReader(null, null, language.code(), Map.of())
                : new TextReader(
                        card.id(), card.name(), TouchTexts.language(card).code(), values.of(card, language.locale()));
    }

    /**
     * As these would read it. Nothing is read for it, so that it follows whoever is writing.
     *
     * @throws Invalid naming all that is wrong with the text
     */
    public static List<TextPreview> show(TextContent content, List<TextReader> readers) {
        TextCheck.check(content);
        return readers.stream().map(each -> preview(content, each)).toList();
    }

    /** For one of them; the text was checked. */
    static TextPreview preview(TextContent content, TextReader reader) {
        Rendered rendered = new TextTemplate(content)
                .with(reader.values())
                .orElseThrow(() -> new IllegalArgumentException("a text that was not checked"));
        return new TextPreview(
                reader.lead(),
                reader.name(),
                reader.language(),
                rendered.subject(),
                rendered.paragraphs(),
                rendered.fallbacks().stream().map(MergeField::code).sorted().toList());
    }

    private static List<MergeField> fields(TextContent content) {
        List<String> named = Tag.of(content.subject() + "\n" + content.body()).stream()
                .map(Tag::name)
                .toList();
        List<MergeField> fields = new ArrayList<>(List.of(MergeField.INTEREST));
        for (MergeField each : MergeField.values()) {
            if (named.contains(each.code()) && !fields.contains(each)) {
                fields.add(each);
            }
        }
        return fields;
    }

    private Actor mayWrite() {
        Actor actor = person.get();
        actor.mustHave(Permission.WRITE_TEXTS, Permission.APPROVE_TEXTS);
        return actor;
    }
}
