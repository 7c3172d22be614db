package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leadrelay.platform.Language;
import org.leadrelay.redesign.difference.ModelChange.Kind;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.stereotype.Service;

/** Structural difference of two sets of files, by id and property. */
@Service
public class Differences {

    private static final Comparator<ModelChange> ORDER = Comparator.comparing(ModelChange::category)
            .thenComparing(ModelChange::file)
            .thenComparing(ModelChange::elementName);

    private final ClauseTerms terms;

    /**
     * @param terms with which deadlines are said
     */
    public Differences(ClauseTerms terms) {
        this.terms = terms;
    }

    /**
     * @return by category, file and element
     */
    public List<ModelChange> between(List<ModelFile> before, List<ModelFile> after) {
        Book book = new Book(before, after, terms);
        List<ModelChange> found = new ArrayList<>();
        for (Book.Entry each : book.entries()) {
            found.addAll(changes(each, book));
        }
        return found.stream().sorted(ORDER).toList();
    }

    private static List<ModelChange> changes(Book.Entry entry, Book book) {
        ModelFile before = entry.before();
        ModelFile after = entry.after();
        ModelFile any = entry.any();
        if (before == null) {
            return List.of(whole(Kind.ADDED, any, book));
        }
        if (after == null) {
            return List.of(whole(Kind.REMOVED, any, book));
        }
        if (Arrays.equals(before.content(), after.content())) {
            return List.of();
        }
        if (any.kind() == FileKind.WORDS) {
            SentencesByLanguage voices = book.voices(WordsComparison.model(after));
            return orRewritten(WordsComparison.changes(before, after, voices), after, voices);
        }
        Optional<Model> then = book.model(before);
        Optional<Model> now = book.model(after);
        if (then.isEmpty() || now.isEmpty()) {
            return List.of(whole(Kind.CHANGED, any, book));
        }
        SentencesByLanguage voices = book.voices(after.id());
        return orRewritten(new ModelComparison(after.name(), then.get(), now.get(), voices).changes(), after, voices);
    }

    /** Of a file that is another and says the same, so that nobody wonders about its hash. */
    private static List<ModelChange> orRewritten(
            List<ModelChange> changes, ModelFile file, SentencesByLanguage voices) {
        return changes.isEmpty()
                ? List.of(new ModelChange(
                        Category.LAYOUT,
                        Kind.CHANGED,
                        file.name(),
                        null,
                        file.name(),
                        "",
                        null,
                        null,
                        voices.say(speech -> speech.text("rewritten", file.name()))))
                : changes;
    }

    /** A file that came, went, or cannot be looked into. */
    private static ModelChange whole(Kind kind, ModelFile file, Book book) {
        Category category = switch (file.kind()) {
            case PROCESS -> Category.PATH;
            case DECISION -> Category.TABLE;
            case WORDS -> Category.WORDS;
        };
        SentencesByLanguage voices = book.voices(file.id());
        String name = voices.english().name(file.id());
        return new ModelChange(
                category,
                kind,
                file.name(),
                null,
                name,
                "",
                kind == Kind.ADDED ? null : file.name(),
                kind == Kind.REMOVED ? null : file.name(),
                voices.say(speech -> speech.text(
                        "file." + kind.code(),
                        speech.text("file." + file.kind().code()),
                        file.kind() == FileKind.WORDS ? file.name() : speech.name(file.id()))));
    }

    /** The tables that changed, laid over one another; what came, went or cannot be read has no difference. */
    public static List<TableDifference> tables(List<ModelFile> before, List<ModelFile> after) {
        Book book = new Book(before, after, ClauseTerms.NONE);
        List<TableDifference> found = new ArrayList<>();
        for (Book.Entry each : book.entries()) {
            ModelFile any = each.any();
            Optional<Model> then = book.model(each.before());
            Optional<Model> now = book.model(each.after());
            if (any.kind() == FileKind.DECISION && then.isPresent() && now.isPresent()) {
                SentencesByLanguage voices = book.voices(any.id());
                ModelComparison.tables(then.get(), now.get())
                        .forEach((was, is) -> found.add(
                                TableDifference.of(any.name(), voices.english().name(is.id()), was, is)));
            }
        }
        return found.stream().filter(each -> !each.isSame()).toList();
    }

    /** Names of a model's elements in a language, by their ids; empty where no words for it came along. */
    public static Map<String, String> names(List<ModelFile> files, String model, Locale language) {
        return files.stream()
                .filter(each -> each.kind() == FileKind.WORDS
                        && each.id().equals(model + "_" + Language.of(language).code()))
                .findFirst()
                .map(WordsComparison::words)
                .orElse(Map.of());
    }

    /** Elements at which something is to be seen that is not drawn itself: by a message or error those that use it. */
    public static Map<String, List<String>> users(ModelFile model) {
        return Book.read(model).map(Model::users).orElse(Map.of());
    }

    /**
     * The two ways that files went from where both began.
     *
     * @param origin what was shipped with the product that ran until now
     * @param shipped what is shipped with the one that runs now
     * @param own what the owner made of the former
     */
    public Upgrade upgrade(List<ModelFile> origin, List<ModelFile> shipped, List<ModelFile> own) {
        return Upgrade.of(between(origin, shipped), between(origin, own));
    }
}
