package org.leadrelay.audit.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.LoggedKeys;
import org.leadrelay.journal.CommittedWords;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;

/**
 * SQL conditions of a search. The partial indexes of {@code V27__audit.sql} are used only where their condition stands
 * in the statement word for word.
 *
 * @param either conditions with their named parameters, of which a line meets one: each has its index
 * @param order newest first; within one lead by number, which is the order in which lines were written
 */
record LineConditions(List<String> either, String order, Map<String, Object> parameters) {

    private static final Wording WORDING = Wording.of(LineConditions.class);

    private static final int LARGEST = 500;

    /** Three quarters of all lines, which no index holds; they are read lead by lead. */
    static final Set<String> STEPS = Kind.stepCodes();

    private static final String NO_STEPS = "kind not in ('entered', 'left', 'flow', 'started')";
    private static final String OF_LEADS = "subject is null";
    private static final String NEWEST = "at desc, lead_id desc, seq desc";
    private static final String WRITTEN_LAST = "seq desc";

    private static final String REASONS = "\"(?:rejectionReason|notReadyReason|lostReason|reason)\":\"";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    /**
     * @param authors under which authors somebody's lines stand
     * @throws Invalid naming each field that makes no sense
     */
    static LineConditions of(LineQuery asked, LineAuthors authors, ZoneId zone) {
        return new Builder(authors, zone).of(asked);
    }

    /**
     * @param streams codes of {@code StreamKind}
     * @param authors under which authors somebody's lines stand
     * @param words by which a subject is found that is told by commitment
     * @throws Invalid naming each field that makes no sense
     */
    static LineConditions of(
            OperationQuery asked, List<String> streams, LineAuthors authors, CommittedWords words, ZoneId zone) {
        return new Builder(authors, zone).of(asked, streams, words);
    }

    /** The page of a search: of each of the conditions as many lines as it holds, and of them the first. */
    String page() {
        String one = "select * from journey_log where %s order by " + order + " limit :limit";
        if (either.size() == 1) {
            return one.formatted(either.get(0));
        }
        return either.stream()
                .map(each -> "(" + one.formatted(each) + ")")
                .collect(Collectors.joining(
                        " union all ", "select * from (", ") found order by " + order + " limit :limit"));
    }

    private static final class Builder {

        private final LineAuthors authors;
        private final ZoneId zone;
        private final List<String> conditions = new ArrayList<>();
        private final List<String> byWhom = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();
        private final List<Violation> wrong = new ArrayList<>();

        Builder(LineAuthors authors, ZoneId zone) {
            this.authors = authors;
            this.zone = zone;
        }

        LineConditions of(LineQuery asked) {
            kind(asked.kind(), asked.lead() != null);
            person(asked.person());
            if (asked.element() != null) {
                conditions.add("element_id is not null");
            }
            equal("element_id = :element", "element", asked.element());
            equal("definition_key = :model", "model", asked.model());
            equal("definition_version = :version", "version", asked.version());
            equal("lead_id = :lead", "lead", asked.lead());
            promise(asked);
            reason(asked.reason());
            between(asked.from(), asked.to());
            if (asked.version() != null && asked.model() == null) {
                refuse("version", "version");
            }
            return whole(asked.size(), asked.after(), asked.lead() != null);
        }

        LineConditions of(OperationQuery asked, List<String> streams, CommittedWords words) {
            conditions.add("subject is not null");
            conditions.add("lead_id in (select id from audit_stream where kind = any(:streams))");
            parameters.put("streams", streams.toArray(String[]::new));
            if (asked.kind() != null && !isKnown(asked.kind())) {
                refuse("kind", "kind", asked.kind());
            }
            equal("kind = :kind", "kind", asked.kind());
            person(asked.person());
            String subject = asked.subject();
            if (subject != null) {
                equal(
                        "subject = any(:subjects)",
                        "subjects",
                        Stream.of(
                                        Stream.of(subject),
                                        words.commitmentTo(subject).stream(),
                                        authors.reference(subject).map(UUID::toString).stream())
                                .flatMap(Function.identity())
                                .toArray(String[]::new));
            }
            between(asked.from(), asked.to());
            return whole(asked.size(), asked.after(), false);
        }

        /** Compared as one where it is one, as nearly always: then the index gives the newest first. */
        private void person(@Nullable String person) {
            if (person == null) {
                return;
            }
            if (LoggedKeys.isKey(person)) {
                equal("person = any(:people)", "people", authors.ofKey(person).toArray(String[]::new));
                return;
            }
            parameters.put("person", person);
            byWhom.add("person = :person");
            authors.reference(person).ifPresent(reference -> {
                parameters.put("reference", reference);
                byWhom.add("person_ref = :reference");
            });
        }

        private LineConditions whole(@Nullable Integer size, @Nullable String after, boolean ofOneLead) {
            if (size != null && (size < 1 || size > LARGEST)) {
                refuse("size", "size", LARGEST);
            }
            if (!wrong.isEmpty()) {
                throw Invalid.of(wrong);
            }
            after(after, ofOneLead);
            String all = String.join(" and ", conditions);
            List<String> either = byWhom.isEmpty()
                    ? List.of(all)
                    : byWhom.stream()
                            .map(each -> conditions.isEmpty() ? each : all + " and " + each)
                            .toList();
            return new LineConditions(either, ofOneLead ? WRITTEN_LAST : NEWEST, parameters);
        }

        private void between(@Nullable String first, @Nullable String last) {
            Instant from = moment("from", first, false);
            Instant to = moment("to", last, true);
            if (from != null && to != null && !from.isBefore(to)) {
                refuse("from", "order");
            }
            equal("at >= :from", "from", from == null ? null : Sql.time(from));
            equal("at < :to", "to", to == null ? null : Sql.time(to));
        }

        private void kind(@Nullable String kind, boolean ofOneLead) {
            if (kind != null && !isKnown(kind)) {
                refuse("kind", "kind", kind);
            } else if (kind != null && STEPS.contains(kind) && !ofOneLead) {
                refuse("kind", "steps", kind);
            }
            if (!ofOneLead) {
                conditions.add(NO_STEPS);
                conditions.add(OF_LEADS);
            }
            equal("kind = :kind", "kind", kind);
        }

        private static boolean isKnown(String kind) {
            try {
                return Kind.ofCode(kind).code().equals(kind);
            } catch (IllegalArgumentException unknown) {
                return false;
            }
        }

        private void promise(LineQuery asked) {
            if (asked.promise() != null) {
                conditions.add("kind like 'promise-%'");
                equal(
                        "substring(details from '\"promise\":\"([0-9a-f-]{36})\"') = :promise",
                        "promise",
                        asked.promise().toString());
            }
        }

        private void reason(@Nullable String reason) {
            if (reason == null) {
                return;
            }
            if (!CODE.matcher(reason).matches()) {
                refuse("reason", "reason");
            }
            conditions.add("kind in ('task-completed', 'promise-reason') and details ~ '" + REASONS + "'");
            equal("substring(details from '" + REASONS + "([A-Za-z0-9_-]+)\"') = :reason", "reason", reason);
        }

        /** A day ends where the next one begins. */
        private @Nullable Instant moment(String field, @Nullable String text, boolean end) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                if (text.length() > 10) {
                    return Instant.parse(text);
                }
                LocalDate day = LocalDate.parse(text);
                return (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
            } catch (DateTimeException noMoment) {
                refuse(field, "moment");
                return null;
            }
        }

        private void after(@Nullable String text, boolean ofOneLead) {
            if (text == null || text.isBlank()) {
                return;
            }
            LineCursor last = LineCursor.of(text);
            parameters.put("seq", last.seq());
            if (ofOneLead) {
                conditions.add("seq < :seq");
            } else {
                // the first half is what an index can do
                conditions.add("at <= :at and (at, lead_id, seq) < (:at, :stream, :seq)");
                parameters.put("at", Sql.time(last.at()));
                parameters.put("stream", last.stream());
            }
        }

        private void equal(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        private void refuse(String field, String key, Object... arguments) {
            wrong.add(new Violation(field, WORDING.text(key, arguments)));
        }
    }
}
