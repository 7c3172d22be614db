package org.leadrelay.redesign;

import java.util.List;

/**
 * What element templates offer to choose from: what the product has and the models in force name.
 *
 * @param roles with tasks
 * @param clauses of the charter, as {@code ${due.qualifyLead}}
 * @param repClauses those of tasks that the lead's rep has
 * @param calls processes that another one may call
 * @param messages by name
 * @param stages what an element may mean to the boards, by where it means something
 */
record TemplateChoices(
        List<Step> steps,
        List<Choice> roles,
        List<Choice> clauses,
        List<Choice> repClauses,
        List<Choice> tables,
        List<Choice> calls,
        List<String> messages,
        Stages stages) {

    /**
     * Stages, with words.
     *
     * @param tasks at which people work
     * @param tables asked
     * @param starts of a journey
     * @param flows taken
     */
    record Stages(List<Choice> tasks, List<Choice> tables, List<Choice> starts, List<Choice> flows) {}

    /**
     * Registered delegate.
     *
     * @param sends whether it stands in a send task
     * @param sets variables
     * @param errors codes of the errors that it throws
     */
    record Step(String name, boolean sends, List<String> sets, List<String> errors) {}

    /** One of a list, as people read it and as the model writes it. */
    record Choice(String name, String value) {}
}
