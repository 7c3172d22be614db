package org.leadrelay.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Query of absences, each with what it did. */
@Component
class AbsenceReader {

    private final Absences absences;
    private final AbsenceMoves moves;

    AbsenceReader(Absences absences, AbsenceMoves moves) {
        this.absences = absences;
        this.moves = moves;
    }

    /** By login, those that are not over, also those that lie ahead. */
    Map<String, List<Absence>> notOver(Instant now) {
        List<AbsenceEntity> all = absences.notOverAt(now);
        Map<UUID, List<Absence.Moved>> moved = moved(all);
        return all.stream()
                .collect(Collectors.groupingBy(
                        AbsenceEntity::login, Collectors.mapping(each -> absence(each, moved), Collectors.toList())));
    }

    /** The last ones of a rep that have begun, newest first, those that are over too. */
    List<Absence> lastOf(String login, Instant now) {
        List<AbsenceEntity> all = absences.findTop20ByLoginAndFromLessThanEqualOrderByFromDesc(login, now);
        Map<UUID, List<Absence.Moved>> moved = moved(all);
        return all.stream().map(each -> absence(each, moved)).toList();
    }

    private Map<UUID, List<Absence.Moved>> moved(List<AbsenceEntity> all) {
        return moves.of(all.stream().map(AbsenceEntity::getId).toList());
    }

    private static Absence absence(AbsenceEntity absence, Map<UUID, List<Absence.Moved>> moved) {
        return absence.absence(moved.getOrDefault(absence.getId(), List.of()));
    }
}
