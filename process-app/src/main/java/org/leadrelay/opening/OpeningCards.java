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
import org.leadrelay.board.AlikeQueries;
import org.leadrelay.board.LeadsAlike;
import org.leadrelay.lead.Signal;
import org.leadrelay.opening.OpeningQueries.Subject;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.worklist.InboxLayouts;
import org.leadrelay.worklist.TaskRow;
import org.springframework.stereotype.Service;

/** Cards for the first talk with a lead. */
@Service
public class OpeningCards {

    private static final int SIGNALS = 5;

    private final OpeningQueries queries;
    private final FactSheet sheet;
    private final Plays plays;
    private final DecisionEvaluator tables;
    private final AlikeQueries alike;
    private final PlayVotes votes;
    private final InboxLayouts layouts;

    OpeningCards(
            OpeningQueries queries,
            FactSheet sheet,
            Plays plays,
            DecisionEvaluator tables,
            AlikeQueries alike,
            PlayVotes votes,
            InboxLayouts layouts) {
        this.queries = queries;
        this.sheet = sheet;
        this.plays = plays;
        this.tables = tables;
        this.alike = alike;
        this.votes = votes;
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
                        .flatMap(each -> tables.reason(each.table(), each.version(), each.row(), locale).stream()
                                .map(text -> new OpeningCard.Reason(each.table(), text)))
                        .distinct()
                        .toList(),
                play,
                alike(subject),
                votes.mayVote(task),
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

    /** Whether the current person knows the card and has folded it. */
    public boolean isFolded() {
        return layouts.isOpeningFolded();
    }

    public void fold(boolean folded) {
        layouts.keepOpeningFolded(folded);
    }
}
