package org.leadrelay.lead;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.SQLOrder;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TextNormalizer;

/** A {@link FactDefinition} with its values' spellings, and who changed it last. */
@Entity
@Table(name = "fact_definition")
class FactDefinitionEntity {

    @Id
    private String name;

    @Column
    private String label = "";

    @Column
    private @Nullable String labelDe;

    @Column
    private String type = "";

    @Column
    private boolean fact;

    @Column
    private @Nullable BigDecimal minimum;

    @Column
    private @Nullable BigDecimal maximum;

    @Column
    private @Nullable String changedBy;

    @Column
    private @Nullable Instant changedAt;

    /** The agreed spelling of each value, by its comparing form and by other ways to write it. */
    @ElementCollection
    @CollectionTable(name = "fact_value", joinColumns = @JoinColumn(name = "name"))
    @MapKeyColumn(name = "key")
    @Column(name = "value")
    @SQLOrder("value")
    private Map<String, String> spellings = new LinkedHashMap<>();

    /** For Hibernate. */
    FactDefinitionEntity() {}

    FactDefinitionEntity(String name) {
        this.name = name;
    }

    /** Takes all of it but values that are listed already: their spelling stays, as does a German label that is not said again. */
    void define(FactDefinition definition, String person, Instant now) {
        label = definition.label();
        labelDe = definition.labelDe() == null ? labelDe : blankIsNone(definition.labelDe());
        type = definition.type().name().toLowerCase(Locale.ROOT);
        fact = definition.fact();
        minimum = definition.minimum();
        maximum = definition.maximum();
        changedBy = person;
        changedAt = now;
        for (String value : definition.values()) {
            spellings.putIfAbsent(TextNormalizer.key(value), TextNormalizer.clean(value));
        }
    }

    private static @Nullable String blankIsNone(String given) {
        return given.isBlank() ? null : given.strip();
    }

    String name() {
        return name;
    }

    Map<String, String> spellings() {
        return Map.copyOf(spellings);
    }

    FactDefinition shown() {
        return new FactDefinition(
                name,
                label,
                labelDe,
                FactDefinition.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                fact,
                minimum,
                maximum,
                spellings.values().stream().distinct().toList());
    }
}
