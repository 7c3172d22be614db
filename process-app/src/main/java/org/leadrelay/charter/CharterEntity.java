package org.leadrelay.charter;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AssignedId;
import org.leadrelay.platform.LowerCaseEnumConverter;

/**
 * One version of the charter from its draft on, always loaded as a whole. A version that both sides have signed
 * never changes; every verb refuses what the version's state does not allow.
 */
@Entity
@Table(name = "charter")
@DynamicUpdate
class CharterEntity extends AssignedId<Integer> {

    enum State {
        DRAFT,
        PROPOSED,
        SIGNED,
        WITHDRAWN,
        DISCARDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private Integer version;

    @Column
    @Convert(converter = StateInSmallLetters.class)
    private State state;

    @Column
    private int edition;

    @Column
    private Instant madeAt;

    @Column
    private @Nullable Integer basedOn;

    @Column
    private @Nullable Instant effectiveFrom;

    @Column
    private @Nullable Instant inForceFrom;

    @Column
    private boolean recompute;

    @Column
    private @Nullable Instant recomputedAt;

    @Column
    private String name;

    @Column
    private String idealProfile;

    @Column
    private String qualifies;

    @Column
    private String currency;

    @Column
    private String calendar;

    @Embedded
    private LimitColumns limits;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "charter_table", joinColumns = @JoinColumn(name = "charter_version"))
    private Set<PinnedTable> tables = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "charter_question", joinColumns = @JoinColumn(name = "charter_version"))
    private Set<AskedQuestion> questions = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "charter_figure", joinColumns = @JoinColumn(name = "charter_version"))
    private Set<Figure> figures = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "charter_clause", joinColumns = @JoinColumn(name = "charter_version"))
    private Set<Clause> clauses = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "charter_rung", joinColumns = @JoinColumn(name = "charter_version"))
    private Set<Rung> ladder = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "charter_option", joinColumns = @JoinColumn(name = "charter_version"))
    private Set<ListedOption> options = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "charter_list", joinColumns = @JoinColumn(name = "charter_version"))
    private Set<ListLabel> listLabels = new HashSet<>();

    protected CharterEntity() {}

    /** A draft that says the same as the version it begins from. */
    CharterEntity(int version, int basedOn, CharterContent provisions, Instant now) {
        this.version = version;
        this.basedOn = basedOn;
        this.state = State.DRAFT;
        this.madeAt = now;
        text(provisions);
    }

    /** Whatever was proposed or signed before is a draft again. */
    void edit(CharterContent provisions) {
        allow(isOpen(), "edited");
        text(provisions);
        reopen();
    }

    /**
     * @param from the moment from which it holds, or null for the moment of the second signature
     */
    void propose(@Nullable Instant from) {
        allow(state == State.DRAFT, "proposed");
        state = State.PROPOSED;
        effectiveFrom = from;
        edition++;
    }

    /**
     * Both sides have signed.
     *
     * @return the moment from which it holds: never one that has passed
     */
    Instant agree(Instant now, boolean recomputeRunning) {
        allow(state == State.PROPOSED, "signed");
        Instant from = effectiveFrom;
        state = State.SIGNED;
        inForceFrom = from == null || from.isBefore(now) ? now : from;
        recompute = recomputeRunning;
        edition++;
        return inForceFrom;
    }

    /** Back to a draft when it was only proposed; a version signed by both stays on record. */
    void withdraw(Instant now) {
        if (state == State.PROPOSED) {
            reopen();
        } else {
            allow(isScheduled(now), "withdrawn");
            state = State.WITHDRAWN;
            edition++;
        }
    }

    void discard() {
        allow(isOpen(), "discarded");
        state = State.DISCARDED;
        edition++;
    }

    void recomputed(Instant now) {
        recomputedAt = now;
    }

    private void reopen() {
        state = State.DRAFT;
        effectiveFrom = null;
        edition++;
    }

    private void text(CharterContent said) {
        name = said.name();
        idealProfile = said.idealProfile();
        qualifies = said.qualifies();
        currency = said.currency();
        calendar = said.calendar();
        limits = LimitColumns.of(said.limits());
        tables = kept(tables, said.tables());
        questions = kept(questions, AskedQuestion.of(said.questions()));
        figures = kept(figures, said.figures());
        clauses = kept(clauses, said.clauses());
        ladder = kept(ladder, said.ladder());
        options = kept(options, ListedOption.of(said.lists()));
        listLabels = kept(listLabels, ListLabel.of(said.listLabels()));
    }

    /** As it was, or written anew as a whole: row by row, a null in a column finds no row. */
    private static <T> Set<T> kept(Set<T> there, Collection<T> said) {
        HashSet<T> wanted = new HashSet<>(said);
        return there.equals(wanted) ? there : wanted;
    }

    CharterContent provisions() {
        return new CharterContent(
                name,
                idealProfile,
                qualifies,
                new ArrayList<>(tables),
                questions.stream()
                        .sorted(comparing(AskedQuestion::position))
                        .map(AskedQuestion::agreed)
                        .toList(),
                currency,
                new ArrayList<>(figures),
                new ArrayList<>(clauses),
                new ArrayList<>(ladder),
                options.stream()
                        .sorted(comparing(ListedOption::position))
                        .collect(groupingBy(ListedOption::list, mapping(ListedOption::agreed, toList()))),
                listLabels.stream().collect(toMap(ListLabel::list, ListLabel::words)),
                limits.limits(),
                calendar);
    }

    CharterTerms terms() {
        Instant from = inForceFrom;
        allow(state == State.SIGNED && from != null, "in force");
        return CharterTerms.of(version, from == null ? Instant.MAX : from, recompute, provisions());
    }

    boolean isOpen() {
        return state == State.DRAFT || state == State.PROPOSED;
    }

    boolean isScheduled(Instant now) {
        return state == State.SIGNED && inForceFrom != null && inForceFrom.isAfter(now);
    }

    private void allow(boolean allowed, String what) {
        if (!allowed) {
            throw new IllegalStateException("Version %d of the charter is %s (from %s) and cannot be %s."
                    .formatted(version, state, inForceFrom, what));
        }
    }

    @Override
    public Integer getId() {
        return version;
    }

    int version() {
        return version;
    }

    State state() {
        return state;
    }

    int edition() {
        return edition;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Integer basedOn() {
        return basedOn;
    }

    @Nullable
    Instant effectiveFrom() {
        return effectiveFrom;
    }

    @Nullable
    Instant inForceFrom() {
        return inForceFrom;
    }

    boolean recompute() {
        return recompute;
    }

    @Nullable
    Instant recomputedAt() {
        return recomputedAt;
    }

    /** What was signed: the text, its number and the moment chosen. */
    String hash() {
        return ContentHash.of(version, effectiveFrom, provisions());
    }

    @Converter
    static class StateInSmallLetters extends LowerCaseEnumConverter<State> {

        StateInSmallLetters() {
            super(State.class);
        }
    }
}
