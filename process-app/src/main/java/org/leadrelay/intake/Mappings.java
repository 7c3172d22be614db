package org.leadrelay.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.FactDefinitions;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Named mappings: what somebody corrected once, for the next file of the same kind. */
@Service
@RetryOnCollision
public class Mappings {

    private static final Wording WORDING = Wording.of(Mappings.class);

    private final MappingRepository mappings;
    private final OperationLog log;
    private final Clock clock;
    private final ObjectMapper json;
    private final FactDefinitions facts;

    Mappings(MappingRepository mappings, OperationLog log, Clock clock, ObjectMapper json, FactDefinitions facts) {
        this.mappings = mappings;
        this.log = log;
        this.clock = clock;
        this.json = json;
        this.facts = facts;
    }

    /** A mapping with who changed it last. */
    public record Named(String name, ImportMapping mapping, String changedBy, Instant changedAt) {}

    public List<Named> all() {
        return mappings.findAllByOrderByName().stream().map(this::named).toList();
    }

    public Optional<Named> find(String name) {
        return mappings.findById(name).map(this::named);
    }

    /**
     * Saves a mapping under its name, replacing what stood there; its facts become known to the
     * tables.
     *
     * @throws Invalid with everything that is wrong with it
     */
    @Transactional
    public Named save(String name, ImportMapping mapping, Actor actor) {
        define(name, mapping, actor);
        Optional<MappingEntity> known = mappings.findById(name);
        String before = known.map(MappingEntity::definition).orElse(null);
        MappingEntity saved = known.orElseGet(() -> new MappingEntity(name));
        saved.define(write(mapping), actor.login(), clock.instant());
        note(Kind.MAPPING_SAVED, name, before, saved.definition());
        return named(mappings.saveAndFlush(saved));
    }

    /**
     * Checks a mapping that is used once.
     *
     * @throws Invalid with everything that is wrong with it
     */
    void check(ImportMapping mapping) {
        List<Violation> violations = violations("once", mapping);
        if (!violations.isEmpty()) {
            throw Invalid.of(violations);
        }
    }

    /** Checks a mapping that is used once, and makes its facts known to the tables. */
    @Transactional
    void define(ImportMapping mapping, Actor actor) {
        define("once", mapping, actor);
    }

    private void define(String name, ImportMapping mapping, Actor actor) {
        actor.mustHave(Permission.BRING_IN_LEADS);
        List<Violation> violations = violations(name, mapping);
        if (!violations.isEmpty()) {
            throw Invalid.of(violations);
        }
        for (ImportMapping.Column each : mapping.columns()) {
            ImportMapping.Fact fact = each.fact();
            if (fact != null) {
                facts.define(definition(each.column(), fact), actor.login());
            }
        }
    }

    @Transactional
    public void delete(String name, Actor actor) {
        actor.mustHave(Permission.BRING_IN_LEADS);
        MappingEntity known = mappings.findById(name).orElseThrow(() -> new NotFound(WORDING.text("noMapping", name)));
        note(Kind.MAPPING_DELETED, name, known.definition(), null);
        mappings.delete(known);
    }

    /** A mapping's name and its columns are words of people. */
    private void note(Kind kind, String name, @Nullable String before, @Nullable String after) {
        log.add(
                StreamKind.INTAKE,
                kind,
                new CommittedText(name),
                LineDetails.ofChange("mapping", CommittedText.orNull(before), CommittedText.orNull(after))
                        .map());
    }

    private Named named(MappingEntity entity) {
        return new Named(entity.getId(), read(entity.definition()), entity.changedBy(), entity.changedAt());
    }

    private static FactDefinition definition(String label, ImportMapping.Fact fact) {
        List<String> values = fact.values() == null ? List.of() : fact.values();
        return new FactDefinition(fact.name(), label, null, fact.type(), true, null, null, values);
    }

    private static List<Violation> violations(String name, ImportMapping mapping) {
        List<Violation> wrong = new ArrayList<>();
        if (name.isBlank() || name.length() > 100) {
            wrong.add(new Violation("name", WORDING.text("mappingName")));
        }
        Set<String> columns = new HashSet<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            ImportMapping.@Nullable Column each = mapping.columns().get(i);
            String at = "columns[" + i + "]";
            if (each.column() == null || each.column().isBlank() || !columns.add(each.column())) {
                wrong.add(new Violation(at + ".column", WORDING.text("eachOnce")));
            } else if (each.target() == null || !isTarget(each.target())) {
                wrong.add(new Violation(
                        at + ".target", WORDING.text("noField", each.target(), String.join(", ", Synonyms.known()))));
            } else if (each.fact() != null && !each.target().equals(ImportMapping.ATTRIBUTE)) {
                wrong.add(new Violation(at + ".fact", WORDING.text("notDeclared")));
            } else if (each.fact() != null && isYardstick(each.fact())) {
                wrong.add(new Violation(at + ".fact.name", WORDING.text("afterwards")));
            } else if (each.fact() != null
                    && each.fact().name() != null
                    && Field.of(each.fact().name()).isPresent()) {
                wrong.add(new Violation(
                        at + ".fact.name",
                        WORDING.text("knownField", each.fact().name())));
            } else if (each.fact() != null
                    && (each.fact().name() == null || each.fact().type() == null)) {
                wrong.add(new Violation(at + ".fact", WORDING.text("nameAndType")));
            }
        }
        if (mapping.declaration() != null
                && (mapping.declaration().basis() == null
                        || mapping.declaration().basis().isBlank())) {
            wrong.add(new Violation("declaration.basis", WORDING.text("basis")));
        }
        ImportAnswerCheck.check(mapping, wrong);
        return wrong;
    }

    /** What is known only afterwards measures the rules and never feeds them. */
    private static boolean isYardstick(ImportMapping.Fact fact) {
        return fact.name() != null && fact.name().equalsIgnoreCase("converted");
    }

    private static boolean isTarget(String target) {
        return target.equals(ImportMapping.IGNORE)
                || target.equals(ImportMapping.ATTRIBUTE)
                || target.equals(ImportMapping.CAPTURED_AT)
                || Field.of(target).isPresent();
    }

    String write(ImportMapping mapping) {
        try {
            return json.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping could not be written.", e);
        }
    }

    ImportMapping read(String text) {
        try {
            return json.readValue(text, ImportMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping could not be read.", e);
        }
    }
}
