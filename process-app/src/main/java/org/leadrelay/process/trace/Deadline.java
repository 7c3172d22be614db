package org.leadrelay.process.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Deadline of a timer or a due date, as the clause that it stands for.
 *
 * @param clause the charter's name of it
 * @param due true for the due instant, false for the reminder
 */
public record Deadline(String clause, boolean due) {

    private static final String PROPERTY = "leadrelay.deadline";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{\\s*(due|remind)\\.(\\w+)\\s*}");

    static void remember(Element timer, ActivityImpl activity) {
        Element date = timer.element("timeDate");
        Deadline deadline = date == null ? null : of(date.getText());
        if (deadline != null) {
            activity.setProperty(PROPERTY, deadline);
        }
    }

    /** The deadline of a timer event, or null when it is no promise of the charter. */
    public static @Nullable Deadline of(ActivityImpl timer) {
        return (Deadline) timer.getProperty(PROPERTY);
    }

    /** The deadline that an expression reads, or null when it reads none. */
    public static @Nullable Deadline of(@Nullable String expression) {
        Matcher match = EXPRESSION.matcher(expression == null ? "" : expression.strip());
        return match.matches() ? new Deadline(match.group(2), "due".equals(match.group(1))) : null;
    }
}
