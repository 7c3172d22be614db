package org.leadrelay.redesign.gate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Completeness check of words: whatever a model names has words in each language, and every word names something. */
final class WordsCheck implements Check {

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        Set<String> languages = new TreeSet<>(known.vocabulary().languages());
        for (ProcessModel model : models.processes()) {
            for (String language : languages) {
                Optional<WordsModel> words = models.words().stream()
                        .filter(each -> each.model().equals(model.id())
                                && each.language().equals(language))
                        .findFirst();
                if (words.isEmpty()) {
                    findings.add(Rule.WORDS_FILE, model.name(), model.id(), model.id() + "_" + language);
                } else {
                    compare(model, words.get(), findings);
                }
            }
        }
        for (WordsModel words : models.words()) {
            if (models.table(words.model()).isPresent()) {
                continue; // another check's
            }
            if (models.process(words.model()).isEmpty() || !languages.contains(words.language())) {
                findings.add(Rule.WORDS_MODEL, words.file().name(), null, words.model(), String.join(", ", languages));
            }
            words.twice()
                    .forEach(key -> findings.add(Rule.WORDS_TWICE, words.file().name(), element(key), key));
        }
    }

    private static void compare(ProcessModel model, WordsModel words, Findings findings) {
        Set<String> named = named(model);
        String file = words.file().name();
        for (String key : named) {
            if (words.words().getOrDefault(key, "").isBlank()) {
                findings.add(Rule.WORDS_MISSING, file, element(key), key);
            }
        }
        for (String key : new TreeSet<>(words.words().keySet())) {
            if (!named.contains(key)) {
                findings.add(Rule.WORDS_UNKNOWN, file, null, key, model.id());
            }
        }
    }

    static String element(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** What people read of a model: names of what is drawn, labels of fields, and their options. */
    private static Set<String> named(ProcessModel model) {
        Set<String> keys = new TreeSet<>();
        model.root().all().forEach(node -> {
            boolean drawn = ProcessModel.isFlowNode(node)
                    || node.is("sequenceFlow")
                    || node.is("process")
                    || node.is("participant")
                    || node.is("lane");
            if (drawn && node.id() != null && !node.value("name").isBlank()) {
                keys.add(node.id());
            }
        });
        for (Node task : model.all("userTask")) {
            for (Node field : ProcessModel.fields(task)) {
                String key = task.value("id") + "." + field.value("id");
                keys.add(key);
                FormCheck.values(field).forEach(value -> keys.add(key + "." + value.value("id")));
            }
        }
        return keys;
    }
}
