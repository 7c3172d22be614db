package org.leadrelay.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.intake.ImportRow.Outcome;
import org.leadrelay.lead.FactChange;
import org.leadrelay.lead.ImportedLead;
import org.leadrelay.lead.UndoPlan;

/** The rows of one import about one lead, in the order of the file. */
record RowsOfLead(UUID leadId, List<Line> lines) {

    private static final Set<Outcome> CAPTURES =
            Set.of(Outcome.CREATED, Outcome.CHANGED, Outcome.JOINED, Outcome.RETURNED);

    record Line(long line, Outcome outcome, List<FactChange> changes) {}

    /** What undoing does about one of the lines. */
    record Undone(long line, UndoOutcome outcome, List<FactChange> back, List<UndoNote> notes) {}

    /**
     * @param undone captures of the lead by imports that were undone
     * @param elsewhere another import has a row about it
     */
    ImportedLead imported(long undone, boolean elsewhere) {
        return new ImportedLead(
                leadId,
                has(Outcome.CREATED),
                has(Outcome.RETURNED),
                undone
                        + lines.stream()
                                .filter(each -> CAPTURES.contains(each.outcome()))
                                .count(),
                elsewhere,
                lines.stream().flatMap(each -> each.changes().stream()).toList());
    }

    private boolean has(Outcome outcome) {
        return lines.stream().anyMatch(each -> each.outcome() == outcome);
    }

    /** Splits the plan for the lead up into its lines. */
    List<Undone> under(UndoPlan plan) {
        List<Undone> undone = new ArrayList<>();
        int fact = 0;
        for (Line each : lines) {
            int next = Math.min(plan.facts().size(), fact + each.changes().size());
            undone.add(of(each, plan, plan.facts().subList(Math.min(fact, next), next)));
            fact = next;
        }
        return remarked(undone, plan);
    }

    private Undone of(Line line, UndoPlan plan, List<UndoPlan.Fact> facts) {
        if (line.outcome() == Outcome.TO_DECIDE) {
            return new Undone(line.line(), UndoOutcome.KEPT, List.of(), List.of(UndoNote.of("waits")));
        }
        if (has(Outcome.CREATED)) {
            return new Undone(
                    line.line(),
                    plan.withdraw() ? UndoOutcome.WITHDRAWN : UndoOutcome.KEPT,
                    List.of(),
                    notes(plan.obstacle(), facts));
        }
        boolean returned = line.outcome() == Outcome.RETURNED;
        List<FactChange> back = facts.stream()
                .filter(UndoPlan.Fact::back)
                .map(UndoPlan.Fact::change)
                .toList();
        UndoOutcome outcome;
        if (returned && plan.withdraw()) {
            outcome = UndoOutcome.WITHDRAWN;
        } else if (!returned && line.changes().isEmpty()) {
            outcome = UndoOutcome.NOTHING;
        } else if (back.isEmpty()) {
            outcome = UndoOutcome.KEPT;
        } else {
            outcome = !returned && back.size() == line.changes().size() ? UndoOutcome.REVERTED : UndoOutcome.PARTLY;
        }
        boolean explained = returned || plan.obstacle() == UndoPlan.Obstacle.MERGED;
        return new Undone(
                line.line(),
                outcome,
                back,
                notes(explained && outcome != UndoOutcome.NOTHING ? plan.obstacle() : null, facts));
    }

    private static List<UndoNote> notes(UndoPlan.@Nullable Obstacle obstacle, List<UndoPlan.Fact> facts) {
        return Stream.concat(
                        Stream.ofNullable(obstacle).map(UndoNote::of),
                        facts.stream()
                                .filter(each -> !each.back())
                                .map(each -> UndoNote.changedSince(each.change().label())))
                .toList();
    }

    /** What stays all the same is said once, with the first line. */
    private static List<Undone> remarked(List<Undone> undone, UndoPlan plan) {
        Undone first = undone.get(0);
        List<UndoNote> notes = new ArrayList<>(first.notes());
        if (plan.objectionStays()) {
            notes.add(UndoNote.of("objection_stays"));
        }
        if (plan.consentStays()) {
            notes.add(UndoNote.of("consent_stays"));
        }
        undone.set(0, new Undone(first.line(), first.outcome(), first.back(), notes));
        return undone;
    }
}
