package org.leadrelay.opening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Signal;
import org.leadrelay.opening.OpeningQueries.Subject;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.worklist.InboxLayouts;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cards for the first talk with a lead, and what those who used them say of their plays. */
@Service
public class Openings {

    private static final int SIGNALS = 5;

    private final OpeningQueries queries;
    private final FactSheet sheet;
    private final Plays plays;
    private final TableReader tables;
    private final AlikeQueries alike;
    private final PlayVoteTable votes;
    private final TaskQueries tasks;
    private final InboxLayouts layouts;

    Openings(
            OpeningQueries queries,
            FactSheet sheet,
            Plays plays,
            TableReader tables,
            AlikeQueries alike,
            PlayVoteTable votes,
            TaskQueries tasks,
            InboxLayouts layouts) {
        this.queries = queries;
        this.sheet = sheet;
        this.plays = plays;
        this.tables = tables;
        this.alike = alike;
        this.votes = votes;
        this.tasks = tasks;
        this.layouts = layouts;
    }

    /**
     * @param task that the current person has opened
     * @return empty where the task comes before no first talk
     */
    public Optional<OpeningCard> card(TaskRow task, Locale locale) {
        return OpeningPlay.isBefore(task.step())
                ? queries.subject(task.leadId(), task.id()).map(subject -> card(task, subject, locale))
                : Optional.empty();
    }

    private OpeningCard card(TaskRow task, Subject subject, Locale locale) {
        FactSheet.Sheet known = sheet.read(task.leadId(), subject.lap(), subject.touches());
        List<Signal> signals =
                new ArrayList<>(known.signals().stream().filter(Signal::counts).toList());
        Collections.reverse(signals);
        Play play = plays.of(variables(subject, known.facts()), locale).orElse(null);
        return new OpeningCard(
                signals.stream().limit(SIGNALS).toList(),
                asked(signals),
                subject.decisions().stream()
                        .flatMap(each -> tables.reason(each.table(), each.version(), each.row(), locale).stream())
                        .distinct()
                        .toList(),
                play,
                alike(subject),
                said(subject.vote(), play));
    }

    /** Of the play that is shown; another may have been when something was said. */
    private static @Nullable Boolean said(PlayVoteTable.@Nullable Vote vote, @Nullable Play play) {
        if (vote == null || play == null || !vote.play().equals(play.id())) {
            return null;
        }
        return vote.helped();
    }

    private static Set<Signal.Kind> asked(List<Signal> signals) {
        Set<Signal.Kind> asked = EnumSet.noneOf(Signal.Kind.class);
        signals.stream().map(Signal::kind).filter(OpeningCard.ASKS::contains).forEach(asked::add);
        return asked;
    }

    private static Map<String, @Nullable Object> variables(Subject subject, Map<String, Object> facts) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("facts", facts);
        variables.put("fit", subject.fit());
        variables.put("maturity", subject.maturity());
        variables.put("route", subject.route());
        variables.put("priority", subject.priority());
        variables.put("track", subject.track());
        variables.put("lap", subject.lap());
        return variables;
    }

    private @Nullable LeadsAlike alike(Subject subject) {
        String fit = subject.fit();
        Integer maturity = subject.maturity();
        String source = subject.source();
        if (fit == null || maturity == null || source == null) {
            return null;
        }
        return alike.of(fit, maturity, source).orElse(null);
    }

    /**
     * Says whether a play helped, once for each task: who says it again changes it. Nothing of who said it is kept, and of which task
     * only while that is open.
     *
     * @throws org.leadrelay.platform.NotFound when there is no such task
     * @throws org.leadrelay.platform.Forbidden when it is not this person's to see
     */
    @Transactional
    public void say(String taskId, Play play, boolean helped) {
        tasks.row(taskId);
        PlayVoteTable.Vote now = new PlayVoteTable.Vote(play.id(), play.wording(), helped);
        if (!votes.first(taskId, now)) {
            PlayVoteTable.Vote before = votes.lock(taskId).orElse(null);
            if (now.equals(before)) {
                return;
            }
            if (before != null) {
                votes.remove(before);
                votes.change(taskId, now);
            }
        }
        votes.add(now);
    }

    /** Whether the current person knows the card and has folded it. */
    public boolean isFolded() {
        return layouts.isOpeningFolded();
    }

    public void fold(boolean folded) {
        layouts.keepOpeningFolded(folded);
    }
}
