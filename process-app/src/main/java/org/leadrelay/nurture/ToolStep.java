package org.leadrelay.nurture;

/**
 * Step of an external touch: the tool that carries it out, and what the tool calls it.
 *
 * @param tool by its name in the settings
 */
record ToolStep(String tool, String step) {

    /** As the table's row has it: {@code mailer/welcome-2}, or the tool alone, which then knows what is next. */
    static ToolStep of(String template) {
        int slash = template.indexOf('/');
        return slash < 0
                ? new ToolStep(template, template)
                : new ToolStep(template.substring(0, slash), template.substring(slash + 1));
    }
}
