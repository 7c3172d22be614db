package org.leadrelay.redesign.gate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Completeness check of tables' words: the reasons of the rows, in the languages other than their own, and all that a table for
 * reading says to people, in every language.
 */
final class TableWordsCheck implements Check {

    private static final String OWN_LANGUAGE = "en";

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        Set<String> languages = new TreeSet<>(known.vocabulary().languages());
        for (TableModel table : models.tables()) {
            Set<String> spoken = new TreeSet<>(languages);
            Surroundings.ReadTable reading = known.vocabulary().forReading().get(table.id());
            Set<String> said = reading == null ? Set.of() : said(table, reading);
            if (reading != null) {
                spoken.add(OWN_LANGUAGE);
                spoken.forEach(language -> read(models, table, said, language, findings));
            }
            models.words().stream()
                    .filter(words -> words.model().equals(table.id()))
                    .forEach(words -> named(words, table, said, spoken, findings));
        }
    }

    /** Where the card would say nothing. */
    private static void read(ModelSet models, TableModel table, Set<String> said, String language, Findings findings) {
        Optional<WordsModel> words = models.words().stream()
                .filter(each ->
                        each.model().equals(table.id()) && each.language().equals(language))
                .findFirst();
        if (words.isEmpty()) {
            findings.add(Rule.WORDS_FILE, table.name(), table.id(), table.id() + "_" + language);
            return;
        }
        for (String key : new TreeSet<>(said)) {
            if (words.get().words().getOrDefault(key, "").isBlank()) {
                findings.add(Rule.WORDS_READ, words.get().file().name(), null, key);
            }
        }
    }

    private static void named(
            WordsModel words, TableModel table, Set<String> said, Set<String> languages, Findings findings) {
        String file = words.file().name();
        if (!languages.contains(words.language())) {
            findings.add(Rule.WORDS_MODEL, file, null, words.model(), String.join(", ", languages));
            return;
        }
        Set<String> known = new HashSet<>(said);
        if (!words.language().equals(OWN_LANGUAGE)) {
            known.add(table.id());
            table.rows().stream().map(row -> row.value("id")).forEach(known::add);
            known.stream()
                    .filter(key -> key.indexOf('.') < 0)
                    .filter(key -> words.words().getOrDefault(key, "").isBlank())
                    .sorted()
                    .forEach(key -> findings.add(Rule.WORDS_MISSING, file, key, key));
        }
        for (String key : new TreeSet<>(words.words().keySet())) {
            if (!known.contains(key)) {
                findings.add(Rule.WORDS_UNKNOWN, file, null, key, table.id());
            }
        }
        words.twice().forEach(key -> findings.add(Rule.WORDS_TWICE, file, WordsCheck.element(key), key));
    }

    /** Keys of what a table for reading says. */
    private static Set<String> said(TableModel table, Surroundings.ReadTable reading) {
        Set<String> keys = new HashSet<>();
        for (String answer : table.answers(reading.output())) {
            String text = answer.strip();
            if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
                String name = reading.output() + "." + text.substring(1, text.length() - 1);
                reading.parts().forEach(part -> keys.add(name + part));
            }
        }
        return keys;
    }
}
