package org.leadrelay.lead;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.TextNormalizer;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cache of fact definitions: which fields are facts, of which type, with which values. Kept in memory for a
 * short time, so that another node's change is seen soon.
 */
@Service
public class FactDefinitions {

    private static final Wording WORDING = Wording.of(FactDefinitions.class);

    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final String NAME = "[a-zA-Z][a-zA-Z0-9]{0,59}";
    private static final int MOST_VALUES = 500;
    private static final int LONGEST_LABEL = 200;

    private final FactDefinitionRepository repository;
    private final OperationLog log;
    private final Clock clock;
    private volatile @Nullable Known known;

    FactDefinitions(FactDefinitionRepository repository, OperationLog log, Clock clock) {
        this.repository = repository;
        this.log = log;
        this.clock = clock;
    }

    private record Known(
            Map<String, FactDefinition> definitions, Map<String, Map<String, String>> spellings, Instant read) {}

    public Collection<FactDefinition> all() {
        return known().definitions().values();
    }

    public Optional<FactDefinition> find(String name) {
        return Optional.ofNullable(known().definitions().get(name));
    }

    /** The journey log names fields that are defined, and no other: a name may be free text. */
    String code(String name) {
        return Field.of(name).isPresent() || find(name).isPresent() ? name : "attribute";
    }

    /** The agreed spelling of a listed value; empty when the value is not on the list. */
    public Optional<String> canonical(String name, String value) {
        Map<String, String> spellings = known().spellings().get(name);
        return spellings == null ? Optional.empty() : Optional.ofNullable(spellings.get(TextNormalizer.key(value)));
    }

    /**
     * Adds or changes a definition; values that are listed already stay.
     *
     * @throws Invalid when the name cannot stand in a decision table, its range holds no number, or
     *     values are too many
     */
    @Transactional
    public void define(FactDefinition definition, String person) {
        check(definition);
        repository.lock();
        Optional<FactDefinitionEntity> known = repository.findById(definition.name());
        FactDefinition before = known.map(FactDefinitionEntity::shown).orElse(null);
        FactDefinitionEntity entity = known.orElseGet(() -> new FactDefinitionEntity(definition.name()));
        entity.define(definition, person, clock.instant());
        repository.saveAndFlush(entity);
        note(before, entity.shown());
        forgetAfterCommit();
    }

    /** Which values are listed is told by their fingerprint: they may be words of people. */
    private void note(@Nullable FactDefinition before, FactDefinition after) {
        if (after.equals(before)) {
            return;
        }
        boolean relabelled = before != null && !sameLabels(before, after);
        LineDetails changed = LineDetails.of("labelled", relabelled ? true : null);
        if (before == null) {
            changed.and("type", after.type())
                    .and("fact", after.fact())
                    .and("minimum", after.minimum())
                    .and("maximum", after.maximum())
                    .and("values", listed(after));
        } else {
            changed.change("type", before.type(), after.type())
                    .change("fact", before.fact(), after.fact())
                    .change("minimum", before.minimum(), after.minimum())
                    .change("maximum", before.maximum(), after.maximum())
                    .change("values", listed(before), listed(after));
        }
        log.add(StreamKind.INTAKE, Kind.FACT_DEFINED, after.name(), changed.map());
    }

    private static boolean sameLabels(FactDefinition before, FactDefinition after) {
        return before.label().equals(after.label()) && Objects.equals(before.labelDe(), after.labelDe());
    }

    private static @Nullable CommittedText listed(FactDefinition definition) {
        return CommittedText.orNull(String.join("\n", definition.values()));
    }

    private static void check(FactDefinition definition) {
        if (!definition.name().matches(NAME)) {
            throw Invalid.field("name", WORDING.text("factName", definition.name()));
        }
        if (definition.fact() && definition.type() == FactDefinition.Type.TEXT) {
            throw Invalid.field("type", WORDING.text("freeText"));
        }
        if (definition.label().length() > LONGEST_LABEL) {
            throw Invalid.field("label", WORDING.text("label", LONGEST_LABEL));
        }
        if (definition.labelDe() != null && definition.labelDe().length() > LONGEST_LABEL) {
            throw Invalid.field("labelDe", WORDING.text("label", LONGEST_LABEL));
        }
        BigDecimal minimum = definition.minimum();
        BigDecimal maximum = definition.maximum();
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            throw Invalid.field("minimum", WORDING.text("range", minimum.toPlainString(), maximum.toPlainString()));
        }
        if (definition.values().size() > MOST_VALUES) {
            throw Invalid.field("values", WORDING.text("tooManyValues", MOST_VALUES));
        }
        for (String value : definition.values()) {
            if (value.isBlank() || value.length() > 100 || value.indexOf('@') >= 0) {
                throw Invalid.field("values", WORDING.text("listed", value));
            }
        }
    }

    private void forgetAfterCommit() {
        known = null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known = null;
            }
        });
    }

    private Known known() {
        Known now = known;
        Instant instant = clock.instant();
        if (now == null
                || now.read().plus(FRESH).isBefore(instant)
                || now.read().isAfter(instant)) {
            now = read(instant);
            known = now;
        }
        return now;
    }

    private Known read(Instant instant) {
        Map<String, FactDefinition> definitions = new LinkedHashMap<>();
        Map<String, Map<String, String>> spellings = new HashMap<>();
        for (FactDefinitionEntity each : repository.all()) {
            definitions.put(each.name(), each.shown());
            spellings.put(each.name(), each.spellings());
        }
        return new Known(definitions, spellings, instant);
    }
}
