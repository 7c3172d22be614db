package org.leadrelay.charter;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.platform.Invalid;
import org.springframework.stereotype.Component;

/** Validation of a draft before it is stored. Refuses with every field that is wrong at once. */
@Component
class DraftCheck {

    static final List<String> TABLES = List.of("lead-fit", "lead-maturity", "lead-matrix");

    /** The ledger asks from it why a promise broke, whatever the models' forms offer. */
    private static final String BREACH_REASONS = "breachReasons";

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,119}");
    private static final int MOST_LINES = 100;
    private static final int LONGEST_HEADING = 80;
    private static final int MOST_RUNGS = 1_000;
    private static final Set<String> NO_ROLES = Set.of(Rung.HOLDER, Rung.OWNER, Rung.HEADS);

    private final Roles roles;
    private final People people;
    private final BusinessCalendars calendars;
    private final ModelConsistency soundness;
    private final PairedRelease paired;

    DraftCheck(
            Roles roles, People people, BusinessCalendars calendars, ModelConsistency soundness, PairedRelease paired) {
        this.roles = roles;
        this.people = people;
        this.calendars = calendars;
        this.soundness = soundness;
        this.paired = paired;
    }

    /**
     * @param version whose content it is
     * @throws Invalid with every field that is wrong
     */
    void mustHold(int version, CharterContent draft) {
        DraftViolations wrong = new DraftViolations();
        Set<String> known = roles.all().stream().map(Roles.Role::name).collect(Collectors.toSet());
        head(draft, known, wrong);
        new FigureCheck(people.all().stream()
                        .filter(Person::active)
                        .map(Person::login)
                        .toList())
                .check(draft, wrong);
        clauses(version, draft, known, wrong);
        ladder(draft, known, wrong);
        lists(version, draft, wrong);
        limits(draft.limits(), wrong);
        wrong.refuseIfAny();
    }

    /**
     * @throws Invalid where it does not say what the release of the models does that goes with it
     */
    void mustFitItsRelease(int version, CharterContent draft) {
        List<Invalid.Violation> misfits = paired.misfits(version, draft);
        if (!misfits.isEmpty()) {
            throw Invalid.of(misfits);
        }
    }

    private void head(CharterContent draft, Set<String> known, DraftViolations wrong) {
        wrong.text("name", draft.name(), 80);
        wrong.text("idealProfile", draft.idealProfile(), 4000);
        role("qualifies", draft.qualifies(), known, wrong);
        if (calendars.newest(draft.calendar()).isEmpty()) {
            wrong.add("calendar", "noCalendar", draft.calendar());
        }
        List<String> pinned = draft.tables().stream().map(PinnedTable::decision).toList();
        wrong.unique("tables", pinned);
        for (String table : TABLES) {
            if (!pinned.contains(table)) {
                wrong.add("tables." + table, "noTable", table);
            }
        }
        for (PinnedTable table : draft.tables()) {
            wrong.number("tables." + table.decision(), table.tableVersion(), 1, Integer.MAX_VALUE);
        }
        wrong.unique(
                "questions",
                draft.questions().stream().map(AgreedQuestion::field).toList());
        most("questions", draft.questions(), wrong);
        for (AgreedQuestion question : draft.questions()) {
            String field = "questions." + question.field();
            wrong.code(field + ".field", question.field(), NAME);
            wrong.words(field, question.words(), 200);
        }
    }

    private void clauses(int version, CharterContent draft, Set<String> known, DraftViolations wrong) {
        wrong.unique("clauses", draft.clauses().stream().map(Clause::name).toList());
        most("clauses", draft.clauses(), wrong);
        for (Clause clause : draft.clauses()) {
            String field = "clauses." + clause.name();
            wrong.code(field + ".name", clause.name(), NAME);
            wrong.heading(field, clause.words(), LONGEST_HEADING);
            wrong.code(field + ".element", clause.element(), ELEMENT);
            role(field + ".who", clause.who(), known, wrong);
            wrong.amount(field + ".high", clause.high());
            wrong.amount(field + ".normal", clause.normal());
            wrong.amount(field + ".low", clause.low());
            Double share = clause.reminderShare();
            if (share != null && !(share > 0 && share < 1)) {
                wrong.add(field + ".reminderShare", "share");
            }
        }
        soundness.readers(version).forEach((clause, elements) -> {
            if (draft.clause(clause).isEmpty()) {
                wrong.add("clauses." + clause, "clauseNeeded", clause, String.join(", ", elements));
            }
        });
    }

    private static void ladder(CharterContent draft, Set<String> known, DraftViolations wrong) {
        most("ladder", draft.ladder(), MOST_RUNGS, wrong);
        wrong.unique("ladder", draft.ladder().stream().map(Rung::code).toList());
        for (Rung rung : draft.ladder()) {
            String field = "ladder." + rung.code();
            if (!rung.clause().equals(Rung.ANY) && draft.clause(rung.clause()).isEmpty()) {
                wrong.add(field, "noClause", rung.clause());
            }
            if (!known.contains(rung.whom()) && !NO_ROLES.contains(rung.whom())) {
                wrong.add(field, "whom", rung.whom());
            }
            if (rung.moment() == Rung.Moment.AFTER) {
                wrong.amount(field, rung.after());
            } else if (!rung.after().isZero()) {
                wrong.add(field, "notAfter");
            }
        }
    }

    private void lists(int version, CharterContent draft, DraftViolations wrong) {
        for (String bound : soundness.listsOnForms(version)) {
            if (draft.lists().getOrDefault(bound, List.of()).isEmpty()
                    && LearnedList.of(bound).isEmpty()) {
                wrong.add("lists." + bound, "listNeeded", bound);
            }
        }
        if (draft.lists().getOrDefault(BREACH_REASONS, List.of()).isEmpty()) {
            wrong.add("lists." + BREACH_REASONS, "reasonsNeeded");
        }
        draft.lists().forEach((list, options) -> {
            wrong.heading("listLabels." + list, draft.listLabel(list), LONGEST_HEADING);
            list(list, options, wrong);
        });
        draft.listLabels().keySet().stream()
                .filter(list -> !draft.lists().containsKey(list))
                .forEach(list -> wrong.add("listLabels." + list, "noList", list));
    }

    private static void list(String list, List<AgreedOption> options, DraftViolations wrong) {
        String field = "lists." + list;
        wrong.code(field, list, NAME);
        wrong.unique(field, options.stream().map(AgreedOption::value).toList());
        most(field, options, wrong);
        for (AgreedOption option : options) {
            String line = field + "." + option.value();
            wrong.code(line + ".value", option.value(), NAME);
            wrong.words(line, option.words(), 120);
            String next = option.nextStep();
            if (AgreedOption.haveNextStep(list)
                    ? next == null || !AgreedOption.NEXT_STEPS.contains(next)
                    : next != null) {
                wrong.add(
                        line + ".nextStep",
                        AgreedOption.haveNextStep(list) ? "nextStep" : "noNextStep",
                        String.join(", ", AgreedOption.NEXT_STEPS));
            }
        }
    }

    private static void limits(Limits limits, DraftViolations wrong) {
        wrong.number("limits.capacity", limits.capacity(), 0, 100_000);
        wrong.number("limits.tries", limits.tries(), 1, 100);
        wrong.number("limits.maximumLaps", limits.maximumLaps(), 1, 100);
        wrong.number("limits.attempts", limits.attempts(), 1, 100);
        wrong.amount("limits.attemptSpacing", limits.attemptSpacing());
        wrong.number("limits.questions", limits.questions(), 0, 100);
    }

    private static void role(String field, String role, Set<String> known, DraftViolations wrong) {
        if (!known.contains(role)) {
            wrong.add(field, "noRole", role);
        }
    }

    private static void most(String field, List<?> lines, DraftViolations wrong) {
        most(field, lines, MOST_LINES, wrong);
    }

    private static void most(String field, List<?> lines, int most, DraftViolations wrong) {
        if (lines.size() > most) {
            wrong.add(field, "tooMany", most);
        }
    }
}
