package org.leadrelay.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mandates: who signs the charter for marketing and who for sales. Every change is kept, with its author. */
@Service
public class Mandates {

    private static final Wording WORDING = Wording.of(Mandates.class);

    private final MandateRepository mandates;
    private final PersonRepository persons;
    private final CurrentPerson currentPerson;
    private final JdbcClient jdbc;
    private final OperationLog log;
    private final Clock clock;

    Mandates(
            MandateRepository mandates,
            PersonRepository persons,
            CurrentPerson currentPerson,
            JdbcClient jdbc,
            OperationLog log,
            Clock clock) {
        this.mandates = mandates;
        this.persons = persons;
        this.currentPerson = currentPerson;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A mandate as it stands.
     *
     * @param holder a login, or null while nobody was named
     * @param edition counts the changes; whoever changes it says which one they saw
     */
    public record Mandated(Mandate mandate, @Nullable String holder, Set<String> deputies, int edition) {

        public Mandated {
            deputies = Set.copyOf(deputies);
        }

        /** Whether this login may sign, as the holder or as a deputy. */
        public boolean isHeldBy(String login) {
            return login.equals(holder) || deputies.contains(login);
        }
    }

    /**
     * One change of a mandate.
     *
     * @param person who made it
     */
    public record Change(
            Mandate mandate,
            Instant at,
            String person,
            @Nullable String holder,
            Set<String> deputies) {

        public Change {
            deputies = Set.copyOf(deputies);
        }
    }

    /** Both, marketing first. */
    @Transactional(readOnly = true)
    public List<Mandated> all() {
        return mandates.findAllByOrderByName().stream()
                .map(MandateEntity::mandated)
                .toList();
    }

    @Transactional(readOnly = true)
    public Mandated of(Mandate mandate) {
        return mandates.findById(mandate.code()).orElseThrow().mandated();
    }

    /** The head of this side, unless nobody was named or the person was deactivated. */
    @Transactional(readOnly = true)
    public Optional<String> holder(Mandate mandate) {
        return Optional.ofNullable(of(mandate).holder())
                .filter(login -> persons.activeName(login).isPresent());
    }

    /** Both heads, as far as they are named and active. */
    @Transactional(readOnly = true)
    public List<String> holders() {
        return Stream.of(Mandate.values())
                .flatMap(each -> holder(each).stream())
                .toList();
    }

    /** For whom this person may sign. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Mandate> heldBy(String login) {
        return mandates.heldBy(login).stream().map(Mandate::ofCode).toList();
    }

    /** The changes of both, newest first. */
    @Transactional(readOnly = true)
    public List<Change> changes() {
        return jdbc.sql("""
            select mandate, at, person, holder, deputies from mandate_change
            order by number desc limit 200
            """)
                .query((row, n) -> new Change(
                        Mandate.ofCode(row.getString(1)),
                        Sql.instant(row, 2),
                        row.getString(3),
                        row.getString(4),
                        logins(row.getString(5))))
                .list();
    }

    /**
     * Names the head of a side and the deputies. Administrators only.
     *
     * @param edition the edition that was seen, or null to overwrite
     * @throws Conflict when somebody changed it meanwhile, or the person heads the other side
     */
    @Transactional
    public Mandated give(Mandate mandate, @Nullable String holder, Set<String> deputies, @Nullable Integer edition) {
        currentPerson.get().mustHave(Permission.NAME_SIGNERS);
        List<MandateEntity> both = mandates.lockBoth();
        MandateEntity one = named(both, mandate);
        if (edition != null && edition != one.edition()) {
            throw new Conflict(WORDING.text("mandateChanged"));
        }
        String head = login("holder", holder);
        if (head != null && head.equals(named(both, mandate.other()).holder())) {
            throw new Conflict(WORDING.text("headsBoth", head));
        }
        Set<String> checked = new TreeSet<>();
        for (String each : deputies) {
            String deputy = login("deputies", each);
            if (deputy != null && !deputy.equals(head)) {
                checked.add(deputy);
            }
        }
        Mandated before = one.mandated();
        one.give(head, checked);
        mandates.flush();
        note(before, head, checked);
        return one.mandated();
    }

    private static MandateEntity named(List<MandateEntity> both, Mandate mandate) {
        return both.stream()
                .filter(each -> each.mandated().mandate() == mandate)
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String login(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String login = given.strip().toLowerCase(Locale.ROOT);
        if (persons.activeName(login).isEmpty()) {
            throw Invalid.field(field, WORDING.text("noSigner", login));
        }
        return login;
    }

    private void note(Mandated before, @Nullable String holder, Set<String> deputies) {
        jdbc.sql("""
            insert into mandate_change (mandate, at, person, holder, deputies)
            values (?, ?, ?, ?, ?)
            """)
                .param(before.mandate().code())
                .param(Sql.time(clock.instant()))
                .param(currentPerson.get().login())
                .param(holder)
                .param(String.join(" ", deputies))
                .update();
        log.add(
                StreamKind.ACCESS,
                Kind.MANDATE_GIVEN,
                before.mandate().code(),
                LineDetails.ofChange("holder", before.holder(), holder)
                        .change("deputies", before.deputies(), Set.copyOf(deputies))
                        .map());
    }

    private static Set<String> logins(String written) {
        return written.isEmpty() ? Set.of() : Set.of(written.split(" "));
    }
}
