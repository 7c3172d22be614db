package org.leadrelay.lead;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port to the localized names that the models give to steps, fields and options. Implemented in {@code process}
 * from the deployed models (whose own names are the English ones) and the words files deployed with them. Codes
 * and ids stay what they are; this is only what people read.
 */
public interface ModelNames {

    /**
     * The names of one deployed version; what it lacks in a language is taken from the version in force, because an
     * id keeps its meaning.
     *
     * @param definitionId the engine's id of the version, as a task has it
     */
    Names in(String definitionId);

    /**
     * The same by what the journey log keeps.
     *
     * @param model the process id
     */
    Names in(String model, int version);

    /** The names in the models in force, for a place of which only the element is known. */
    Names inForce();

    /** Names by {@code element}, {@code element.field} and {@code element.field.option}, as the words files write them. */
    @FunctionalInterface
    interface Names {

        /** Empty when no model names it. */
        Optional<String> find(String key, Locale locale);

        /** What is done at a step, or has happened at an event; its id when it has no name. */
        default String step(String element, Locale locale) {
            return step(element, null, locale);
        }

        /**
         * @param stored what it was called when it was written down; for a step that no model has any more
         */
        default String step(String element, @Nullable String stored, Locale locale) {
            return find(element, locale).orElse(stored == null ? element : stored);
        }

        /** The label of a field of a task's form; its id when there is none. */
        default String field(String element, String field, Locale locale) {
            return field(element, field, field, locale);
        }

        /**
         * @param stored what it was called when it was written down
         */
        default String field(String element, String field, String stored, Locale locale) {
            return find(element + "." + field, locale).orElse(stored);
        }

        /**
         * An option of a field that has options of its own, an outcome among them; the option itself for one of
         * an agreed list, whose words are the charter's.
         */
        default String option(String element, String field, String option, Locale locale) {
            return option(element, field, option, option, locale);
        }

        /**
         * @param stored what to show when no model names it
         */
        default String option(String element, String field, String option, String stored, Locale locale) {
            return find(element + "." + field + "." + option, locale).orElse(stored);
        }
    }
}
