package org.leadrelay.opening;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.Releases;
import org.springframework.stereotype.Service;

/** Plays of the release in force. A release without their table has none, and nothing is said where they would stand. */
@Service
public class Plays {

    private final Releases releases;
    private final DecisionEvaluator tables;
    private final PlayVoteTable votes;
    private final CurrentPerson person;

    Plays(Releases releases, DecisionEvaluator tables, PlayVoteTable votes, CurrentPerson person) {
        this.releases = releases;
        this.tables = tables;
        this.votes = votes;
        this.person = person;
    }

    /** In the order of the table's rows, with what became of each. */
    public List<PlayResult> results(Locale locale) {
        person.get().mustHave(Permission.READ_PROCESS);
        Integer version = version();
        if (version == null) {
            return List.of();
        }
        List<PlayVoteTable.Count> counts = votes.counts();
        return tables.answers(OpeningPlay.TABLE, version, OpeningPlay.OUTPUT).stream()
                .flatMap(id -> play(id, version, locale).stream())
                .map(play -> result(play, counts))
                .toList();
    }

    /** The play for a lead of which this is known. */
    Optional<Play> of(Map<String, ? extends @Nullable Object> known, Locale locale) {
        Integer version = version();
        return version == null
                ? Optional.empty()
                : tables.answer(OpeningPlay.TABLE, version, OpeningPlay.OUTPUT, known)
                        .flatMap(id -> play(id, version, locale));
    }

    /** The play of this name, with the words that count as its fingerprint. */
    Optional<Play> find(String id) {
        Integer version = version();
        return version != null
                        && tables.answers(OpeningPlay.TABLE, version, OpeningPlay.OUTPUT)
                                .contains(id)
                ? play(id, version, Wording.language())
                : Optional.empty();
    }

    private @Nullable Integer version() {
        return releases.current().tables().get(OpeningPlay.TABLE);
    }

    private Optional<Play> play(String id, int version, Locale locale) {
        List<Map<String, String>> all = Arrays.stream(Language.values())
                .map(each -> tables.words(OpeningPlay.TABLE, version, each.locale()))
                .toList();
        return Play.of(id, tables.words(OpeningPlay.TABLE, version, locale), all);
    }

    private static PlayResult result(Play play, List<PlayVoteTable.Count> counts) {
        long votes = 0;
        long helped = 0;
        long earlierVotes = 0;
        long earlierHelped = 0;
        for (PlayVoteTable.Count each : counts) {
            if (!each.play().equals(play.id())) {
                continue;
            }
            if (each.wording().equals(play.wording())) {
                votes += each.votes();
                helped += each.helped();
            } else {
                earlierVotes += each.votes();
                earlierHelped += each.helped();
            }
        }
        return new PlayResult(play, votes, helped, earlierVotes, earlierHelped);
    }
}
