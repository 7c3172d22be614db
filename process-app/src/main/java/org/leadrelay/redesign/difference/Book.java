package org.leadrelay.redesign.difference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.SafeXmlParser;
import org.leadrelay.redesign.gate.UnreadableFile;

/** Index of two sets of files: which file was which, each parsed once, with the names of both. */
final class Book {

    /** One file of the two sets; one of them may be missing. */
    record Entry(@Nullable ModelFile before, @Nullable ModelFile after) {

        ModelFile any() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<ModelFile, Optional<Model>> models = new HashMap<>();
    private final ClauseTerms terms;

    Book(List<ModelFile> before, List<ModelFile> after, ClauseTerms terms) {
        this.terms = terms;
        for (ModelFile each : after) {
            ModelFile then = before.stream()
                    .filter(one -> one.id().equals(each.id()))
                    .findFirst()
                    .or(() -> before.stream()
                            .filter(one -> one.name().equals(each.name())
                                    && after.stream()
                                            .noneMatch(other -> other.id().equals(one.id())))
                            .findFirst())
                    .orElse(null);
            entries.put(each.id(), new Entry(then, each));
        }
        Set<ModelFile> known = new HashSet<>();
        entries.values().forEach(each -> {
            if (each.before() != null) {
                known.add(each.before());
            }
        });
        before.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> entries.put(each.id(), new Entry(each, null)));
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Empty when it is none, or cannot be read. */
    Optional<Model> model(@Nullable ModelFile file) {
        if (file == null || file.kind() == FileKind.WORDS) {
            return Optional.empty();
        }
        return models.computeIfAbsent(file, Book::read);
    }

    static Optional<Model> read(ModelFile file) {
        try {
            return Optional.of(new Model(SafeXmlParser.read(file)));
        } catch (UnreadableFile unreadable) {
            return Optional.empty();
        }
    }

    /** How a model is spoken of, by its id. */
    SentencesByLanguage voices(String model) {
        return new SentencesByLanguage(language -> {
            List<Names> all = new TreeSet<>(entries.keySet())
                    .stream()
                            .filter(each -> !each.equals(model)
                                    && Objects.requireNonNull(entries.get(each))
                                                    .any()
                                                    .kind()
                                            == FileKind.PROCESS)
                            .map(each -> names(each, language))
                            .toList();
            return new ModelPhrases(language.locale(), names(model, language), all, terms);
        });
    }

    private Names names(String model, Language language) {
        Entry entry = entries.get(model);
        List<Model> versions = entry == null
                ? List.of()
                : Stream.of(model(entry.after()), model(entry.before()))
                        .flatMap(Optional::stream)
                        .toList();
        Entry words = entries.get(model + "_" + language.code());
        Map<String, String> said = new HashMap<>();
        if (words != null) {
            Stream.of(words.before(), words.after())
                    .flatMap(Stream::ofNullable)
                    .forEach(each -> said.putAll(WordsComparison.words(each)));
        }
        return new Names(language.locale(), versions, said);
    }
}
