package org.leadrelay.nurture.text;

import java.util.ArrayList;
import java.util.EnumMap;
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

    /**
     * As these leads would read it, and after them somebody of whom nothing is known.
     *
     * @throws Invalid naming all that is wrong with the text
     */
    public List<TextPreview> show(TextContent content, TextLanguage language, List<UUID> leads, Way way) {
        List<TextPreview> previews = again(content, language, leads);
        leads.forEach(each -> readings.lead(each, way));
        return previews;
    }

    /** The same for leads that the page shows already, while its reader goes on writing. */
    public List<TextPreview> again(TextContent content, TextLanguage language, List<UUID> leads) {
        Actor actor = mayWrite();
        TextCheck.check(content);
        List<LeadCard> shown =
                leads.stream().map(each -> cards.card(each, actor)).toList();
        List<TextPreview> previews = new ArrayList<>();
        shown.forEach(each -> previews.add(preview(content, language, each)));
        previews.add(preview(content, language, null));
        return List.copyOf(previews);
    }

    /** For one lead, or for a stranger; the text was checked. */
    TextPreview preview(TextContent content, TextLanguage language, @Nullable LeadCard card) {
        Map<TextField, String> known =
                card == null ? new EnumMap<>(TextField.class) : values.of(card, language.locale());
        Rendered rendered = new TextTemplate(content)
                .with(known)
                .orElseThrow(() -> new IllegalArgumentException("a text that was not checked"));
        return new TextPreview(
                card == null ? null : card.id(),
                card == null ? null : card.name(),
                card == null ? language.code() : TouchTexts.language(card).code(),
                rendered.subject(),
                rendered.paragraphs(),
                rendered.fallbacks().stream().map(TextField::code).sorted().toList());
    }

    private static List<TextField> fields(TextContent content) {
        List<String> named = Tag.of(content.subject() + "\n" + content.body()).stream()
                .map(Tag::name)
                .toList();
        List<TextField> fields = new ArrayList<>(List.of(TextField.INTEREST));
        for (TextField each : TextField.values()) {
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
