package org.leadrelay.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.journal.CommittedWords;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.Line;
import org.leadrelay.journal.ModelPosition;
import org.leadrelay.lead.ModelNames;
import org.springframework.stereotype.Component;

/** Lines of the journey log in words: the sentence of each, with the names of people and steps as they are read today. */
@Component
public class LineWords {

    /** Key of the sentence for a flow that nobody named: its id says nothing to a reader. */
    private static final String NAMELESS_FLOW = "flow.unnamed";

    private final JourneySentences sentences;
    private final OperationSentences operations;
    private final People people;
    private final ModelNames models;
    private final CommittedWords committed;

    LineWords(
            JourneySentences sentences,
            OperationSentences operations,
            People people,
            ModelNames models,
            CommittedWords committed) {
        this.sentences = sentences;
        this.operations = operations;
        this.people = people;
        this.models = models;
        this.committed = committed;
    }

    /** For one page of lines, on which the same few people do everything: each name is looked up once. */
    public Page of(Locale locale) {
        return new Page(locale);
    }

    /** What a search calls lines of this kind, which is one of a lead's journey. */
    public String kind(Locale locale, Kind kind) {
        return sentences.kind(locale, kind);
    }

    /** The words of one page in one language. */
    public final class Page {

        private final Locale locale;
        private final Map<String, String> known = new HashMap<>();
        private final Map<String, String> words = new HashMap<>();
        private final UnaryOperator<String> names;

        private Page(Locale locale) {
            this.locale = locale;
            this.names = login ->
                    login.isEmpty() ? login : known.computeIfAbsent(login, each -> people.displayName(each, locale));
        }

        /** What happened, as a sentence. */
        public String sentence(String kind, String person, ModelPosition place, Map<String, Object> details) {
            boolean nameless = kind.equals(Kind.FLOW.code()) && place.elementName() == null;
            return sentences.of(nameless ? NAMELESS_FLOW : kind, person, step(place), details, names, locale);
        }

        /** Reads the words behind the commitments of lines that are no lead's, before their sentences are asked for. */
        public void read(Collection<Line> lines) {
            List<String> texts = new ArrayList<>();
            for (Line each : lines) {
                String subject = each.subject();
                if (subject != null) {
                    texts.add(subject);
                    texts.add(each.details());
                }
            }
            words.putAll(committed.in(texts));
        }

        /** The words of a subject that is told by commitment; empty for every other. */
        public Optional<String> about(@Nullable String subject) {
            return operations.about(subject, words, locale);
        }

        /**
         * What was done that is no lead's, as a sentence.
         *
         * @param subject whom or what it is about
         */
        public String operation(String kind, String person, String subject, Map<String, Object> details) {
            return operations.of(kind, person, subject, details, names, words, locale);
        }

        /** What the step is called, in the reader's language; null for what happened at none. */
        private @Nullable String step(ModelPosition place) {
            String element = place.elementId();
            if (element == null || place.definitionKey() == null || place.definitionVersion() == null) {
                return place.elementName() == null ? element : place.elementName();
            }
            return models.in(place.definitionKey(), place.definitionVersion())
                    .step(element, place.elementName(), locale);
        }
    }
}
