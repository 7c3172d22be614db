package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.ARBITER;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.charter.Charter;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Separation of duties for tasks that judge: says who may not answer one because they took part in
 * the case, and who may. What a part is says {@link InvolvementRule}.
 */
@Component
class Uninvolved {

    private static final Wording WORDING = Wording.of(Uninvolved.class);

    private final CaseLineQueries lines;
    private final EngineTasks tasks;
    private final People people;
    private final Charter charter;
    private final ModelNames names;

    Uninvolved(CaseLineQueries lines, EngineTasks tasks, People people, Charter charter, ModelNames names) {
        this.lines = lines;
        this.tasks = tasks;
        this.people = people;
        this.charter = charter;
        this.names = names;
    }

    /** Whether a task judges: an arbiter's always does, of others the model says so. */
    private boolean asked(String role, String definitionId, String step) {
        return role.equals(ARBITER) || tasks.form(definitionId, step).uninvolved();
    }

    /**
     * Why this person may not answer the task, said to them, and who may; empty when they may as
     * far as this goes.
     */
    Optional<String> whyNot(TaskItem task, String login) {
        return whyNot(task, login, "you");
    }

    /** The same, said to somebody else about this person. */
    Optional<String> whyNotThey(TaskItem task, String login) {
        return whyNot(task, login, "they");
    }

    private Optional<String> whyNot(TaskItem task, String login, String spokenOf) {
        if (!asked(task.role(), task.definitionId(), task.step())) {
            return Optional.empty();
        }
        List<Involvement> parts = parts(List.of(task.leadId())).getOrDefault(task.leadId(), List.of());
        return InvolvementRule.whyNot(parts, login, task.step())
                .map(part -> text(part, spokenOf) + " " + whoMay(task, parts));
    }

    private String whoMay(TaskItem task, List<Involvement> parts) {
        List<String> able = people.byRole(task.role()).stream()
                .filter(each -> uninvolved(parts, each.login(), task.step()))
                .map(Person::displayName)
                .toList();
        return able.isEmpty()
                ? WORDING.text("nobodyUninvolved", task.role())
                : WORDING.text("uninvolved", String.join(", ", able));
    }

    /** Of these people, those who may answer the task as far as this goes. */
    List<Person> among(List<Person> candidates, TaskItem task) {
        if (!asked(task.role(), task.definitionId(), task.step())) {
            return candidates;
        }
        List<Involvement> parts = parts(List.of(task.leadId())).getOrDefault(task.leadId(), List.of());
        return candidates.stream()
                .filter(each -> uninvolved(parts, each.login(), task.step()))
                .toList();
    }

    /** The same tasks, those marked that this person may not answer because of their part. */
    List<TaskRow> marked(List<TaskRow> rows, TaskAccess sight) {
        List<TaskRow> judging = rows.stream()
                .filter(each -> sight.worksAs(each.role()))
                .filter(each -> asked(each.role(), each.definitionId(), each.step()))
                .toList();
        if (judging.isEmpty()) {
            return rows;
        }
        Map<UUID, List<Involvement>> parts =
                parts(judging.stream().map(TaskRow::leadId).distinct().toList());
        Map<String, String> why = new HashMap<>();
        for (TaskRow row : judging) {
            InvolvementRule.whyNot(parts.getOrDefault(row.leadId(), List.of()), sight.login(), row.step())
                    .ifPresent(part -> why.put(row.id(), text(part, "you")));
        }
        return rows.stream()
                .map(each -> why.containsKey(each.id()) ? each.because(why.get(each.id())) : each)
                .toList();
    }

    private static boolean uninvolved(List<Involvement> parts, String login, String step) {
        return InvolvementRule.whyNot(parts, login, step).isEmpty();
    }

    private Map<UUID, List<Involvement>> parts(List<UUID> leads) {
        return lines.of(leads).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> InvolvementRule.parts(each.getValue())));
    }

    private String text(Involvement part, String spokenOf) {
        String from = day(part.from());
        String until = part.until() == null ? null : day(part.until());
        String lasting = part.part() != Involvement.Part.OWNED
                ? ""
                : until == null ? ".since" : until.equals(from) ? "" : ".until";
        String key = spokenOf + "." + part.part().name().toLowerCase(Locale.ROOT) + lasting;
        String said = WORDING.text(key, people.displayName(part.login()), from, until, step(part));
        return part.earlierLap() ? said + " " + WORDING.text("earlierLap") : said;
    }

    private @Nullable String step(Involvement part) {
        String step = part.step();
        return step == null ? part.stepName() : names.inForce().step(step, part.stepName(), Wording.language());
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofPattern(WORDING.text("day"), Wording.language())
                .format(at.atZone(charter.calendar().zone()));
    }
}
