package org.leadrelay.redesign;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Append-only table of what was done to each release, each with its line in the sealed log. */
@Component
class ReleaseEventTable {

    /** What makes a new edition of a draft. */
    private static final Set<ReleaseEvent.Kind> CHANGES =
            Set.of(ReleaseEvent.Kind.UPLOADED, ReleaseEvent.Kind.FILE_REVERTED, ReleaseEvent.Kind.REBASED);

    /** After which somebody has to approve it, and nobody any more. */
    private static final Set<ReleaseEvent.Kind> AWAITED =
            Set.of(ReleaseEvent.Kind.SEALED, ReleaseEvent.Kind.ROLL_BACK_ASKED);

    private static final Set<ReleaseEvent.Kind> DECIDED =
            Set.of(ReleaseEvent.Kind.APPROVED, ReleaseEvent.Kind.REJECTED, ReleaseEvent.Kind.WITHDRAWN);

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final OperationLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseEventTable(
            JdbcClient jdbc, CurrentPerson person, OperationLog log, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Oldest first. */
    List<ReleaseEvent> of(int release) {
        return jdbc.sql("select at, person, kind, words from release_event where release = ? order by number")
                .param(release)
                .query((row, n) -> new ReleaseEvent(
                        Sql.instant(row, 1), row.getString(2), ReleaseCodes.event(row.getString(3)), row.getString(4)))
                .list();
    }

    /**
     * Others who changed a draft. Each change is an edition, and the first one is that of its beginning.
     *
     * @param edition the last one that this person saw; null for the one that they made last
     */
    List<String> othersSince(int release, String login, @Nullable Integer edition) {
        List<ReleaseEvent> changes = of(release).stream()
                .filter(each -> CHANGES.contains(each.kind()))
                .toList();
        int seen = edition == null ? 0 : Math.max(0, edition - 1);
        for (int i = 0; edition == null && i < changes.size(); i++) {
            seen = changes.get(i).person().equals(login) ? i + 1 : seen;
        }
        return changes.stream()
                .skip(seen)
                .map(ReleaseEvent::person)
                .filter(each -> !each.equals(login))
                .distinct()
                .toList();
    }

    /**
     * @param words what the person wrote, or the names of files; the log has a commitment to it
     * @param details what the log says besides
     * @return false when a release was said to be in force before
     */
    boolean note(ReleaseRow release, ReleaseEvent.Kind kind, String words, LineDetails details) {
        boolean noted = jdbc.sql("""
            insert into release_event (release, at, person, kind, words) values (?, ?, ?, ?, ?)
            on conflict (release) where kind = 'in-force' do nothing
            """)
                        .params(
                                release.number(),
                                Sql.time(clock.instant()),
                                person.get().login(),
                                kind.code(),
                                words)
                        .update()
                > 0;
        if (noted) {
            log.add(
                    StreamKind.MODEL,
                    sealedKind(kind),
                    Integer.toString(release.number()),
                    details.and("contentHash", emptyIsNull(release.contentHash()))
                            .and("words", CommittedText.orNull(words))
                            .map());
            tell(release, kind);
        }
        return noted;
    }

    /** What came with the product is approved as it comes. */
    private void tell(ReleaseRow release, ReleaseEvent.Kind kind) {
        if (AWAITED.contains(kind) && !release.madeBy().equals(Actor.SYSTEM.login())) {
            events.publishEvent(new ApprovalAwaited(release.number(), true));
        } else if (DECIDED.contains(kind)) {
            events.publishEvent(new ApprovalAwaited(release.number(), false));
        }
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Kind sealedKind(ReleaseEvent.Kind kind) {
        return switch (kind) {
            case BEGUN -> Kind.RELEASE_BEGUN;
            case UPLOADED -> Kind.RELEASE_UPLOADED;
            case FILE_REVERTED -> Kind.RELEASE_FILE_REVERTED;
            case REBASED -> Kind.RELEASE_REBASED;
            case PAIRED -> Kind.RELEASE_PAIRED;
            case SEALED -> Kind.RELEASE_SEALED;
            case APPROVED -> Kind.RELEASE_APPROVED;
            case REJECTED -> Kind.RELEASE_REJECTED;
            case WITHDRAWN -> Kind.RELEASE_WITHDRAWN;
            case IN_FORCE -> Kind.RELEASE_IN_FORCE;
            case ROLL_BACK_ASKED -> Kind.RELEASE_ROLL_BACK_ASKED;
        };
    }
}
