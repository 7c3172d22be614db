package org.leadrelay.charter;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.CharterEntity.State;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.BusinessCalendar;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * Cache of the charter in force, read again when the next version's moment has come: what is promised, in which
 * hours, and the lists both sides agreed on. It is read once, and again when the next version's moment has come
 * or any node tells of a change.
 */
@Service
public class Charter {

    static final String TOPIC = "charter";

    private final Charters charters;
    private final BusinessCalendars calendars;
    private final NodeBroadcast nodes;
    private final Clock clock;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Held held;

    /**
     * @param until when the next version takes effect; far away when none is signed
     * @param clauses what every clause that ever bound is called by the last version that has it
     * @param figures of every version that ever bound, the one in force last
     */
    private record Held(CharterTerms terms, Instant until, Map<String, Words> clauses, List<AgreedFigure> figures) {

        boolean holdsAt(Instant now) {
            return !now.isBefore(terms.inForceFrom()) && now.isBefore(until);
        }
    }

    Charter(Charters charters, BusinessCalendars calendars, NodeBroadcast nodes, Clock clock) {
        this.charters = charters;
        this.calendars = calendars;
        this.nodes = nodes;
        this.clock = clock;
    }

    @PostConstruct
    void listenForChanges() {
        nodes.listen(TOPIC, told -> forget(), this::forget);
    }

    /** The version in force. */
    public CharterTerms current() {
        return held().terms();
    }

    /**
     * What a clause is called by the version in force, or by the last one that promised it; empty
     * for a clause that never bound.
     */
    Optional<Words> clause(String name) {
        return Optional.ofNullable(held().clauses().get(name));
    }

    /**
     * The terms by which a clause binds: those in force, or of the last version that had it, for a lead whose older model still
     * promises it. Empty for a clause that never bound.
     */
    public Optional<CharterTerms> termsOf(String clause) {
        CharterTerms current = current();
        return current.clauses().containsKey(clause)
                ? Optional.of(current)
                : charters.boundWith(State.SIGNED, clock.instant(), clause, Limit.of(1)).stream()
                        .findFirst()
                        .map(CharterEntity::terms);
    }

    /** What was agreed for a metric, version by version, the one in force last. */
    public List<AgreedFigure> figures(Metric metric) {
        return held().figures().stream().filter(each -> each.metric() == metric).toList();
    }

    private Held held() {
        Instant now = clock.instant();
        Held known = held;
        if (known == null || !known.holdsAt(now)) {
            int before = changes.get();
            known = read(now);
            held = known;
            if (before != changes.get()) {
                held = null; // what was read may be what was there before
            }
        }
        return known;
    }

    /** The working time everything promised is counted in, unless a rep has hours of their own. */
    public BusinessCalendar calendar() {
        return calendar(current());
    }

    /**
     * The hours of a version, as they are now.
     *
     * @throws IllegalStateException when its calendar is gone
     */
    public BusinessCalendar calendar(CharterTerms terms) {
        return calendars
                .newest(terms.calendarId())
                .orElseThrow(() -> new IllegalStateException(
                        "version %d of the charter names the calendar %s, which does not exist"
                                .formatted(terms.version(), terms.calendarId())));
    }

    /** The hours of whoever holds a step: their own or their team's, else the charter's, as when nobody does. */
    public BusinessCalendar calendarOf(@Nullable String login) {
        return login == null ? calendar() : calendars.ownOf(login).orElseGet(this::calendar);
    }

    /** An agreed list by name ({@code rejectionReasons}) in the language of the current request. */
    public List<Option> options(String list) {
        return options(list, Wording.language());
    }

    /** An agreed list by name; empty when no such list was agreed. */
    public List<Option> options(String list, Locale locale) {
        return current().options(list, locale);
    }

    private Held read(Instant now) {
        CharterTerms terms = charters.findFirstByStateAndInForceFromLessThanEqualOrderByInForceFromDescVersionDesc(
                        State.SIGNED, now)
                .map(CharterEntity::terms)
                .orElseThrow(() -> new IllegalStateException("no charter is in force at " + now));
        Instant until = charters.findFirstByStateAndInForceFromGreaterThanOrderByInForceFrom(State.SIGNED, now)
                .map(next -> next.terms().inForceFrom())
                .orElse(Instant.MAX);
        Map<String, Words> clauses = new HashMap<>();
        charters.clausesUntil(State.SIGNED, now).forEach(each -> clauses.put(each.name(), each.words()));
        return new Held(terms, until, Map.copyOf(clauses), List.copyOf(charters.figuresUntil(State.SIGNED, now)));
    }

    /** Whatever is held is read again: for whoever knows of a change before the other nodes tell of it. */
    public void forget() {
        changes.incrementAndGet();
        held = null;
    }
}
