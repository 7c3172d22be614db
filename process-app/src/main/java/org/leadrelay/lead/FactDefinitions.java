package org.leadrelay.lead;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;
    private volatile @Nullable Known known;

    FactDefinitions(FactDefinitionRepository repository, Clock clock) {
        this.repository = repository;
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
        FactDefinitionEntity entity =
                repository.findById(definition.name()).orElseGet(() -> new FactDefinitionEntity(definition.name()));
        entity.define(definition, person, clock.instant());
        repository.saveAndFlush(entity);
        forgetAfterCommit();
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
