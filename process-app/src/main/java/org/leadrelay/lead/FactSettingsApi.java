package org.leadrelay.lead;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the definitions of facts, and for what sources declare about their people. */
@RestController
@RequestMapping("/api/intake")
@Tag(name = "Intake settings")
class FactSettingsApi {

    private static final Set<String> SCOPES = Set.of("origin", "source", "kind");

    private final FactDefinitions facts;
    private final Declarations declarations;
    private final CurrentPerson person;

    FactSettingsApi(FactDefinitions facts, Declarations declarations, CurrentPerson person) {
        this.facts = facts;
        this.declarations = declarations;
        this.person = person;
    }

    record FactBody(
            @Nullable String label,
            @Nullable String labelDe,
            FactDefinition.@Nullable Type type,
            @Nullable Boolean fact,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable List<String> values) {}

    record DeclarationBody(
            @Nullable Boolean mail,
            @Nullable Boolean call,
            @Nullable String basis,
            @Nullable String wording) {}

    @GetMapping("/facts")
    @Operation(summary = "Which fields the decision tables may read")
    Page<FactDefinition> facts() {
        person.get();
        return Page.ofAll(facts.all().stream()
                .sorted(Comparator.comparing(FactDefinition::name))
                .toList());
    }

    @PutMapping("/facts/{name}")
    @Operation(summary = "Make a field a fact, or no longer one")
    FactDefinition define(@PathVariable String name, @RequestBody FactBody body) {
        Actor actor = person.get();
        actor.mustHave(Permission.DEFINE_FACTS);
        FactDefinition.Type type = body.type();
        if (type == null) {
            throw Invalid.field("type", "Missing.", "Use NUMBER, BOOLEAN, LISTED or TEXT.");
        }
        facts.define(
                new FactDefinition(
                        name,
                        body.label() == null || body.label().isBlank() ? name : body.label(),
                        body.labelDe(),
                        type,
                        body.fact() == null || body.fact(),
                        body.minimum(),
                        body.maximum(),
                        body.values() == null ? List.of() : body.values()),
                actor.login());
        return facts.find(name).orElseThrow();
    }

    @GetMapping("/declarations")
    @Operation(summary = "On what basis the people of a source or an origin may be reached")
    Page<Declarations.Declared> declarations() {
        person.get();
        return Page.ofAll(declarations.all());
    }

    @PutMapping("/declarations/{scope}/{name}")
    Declarations.Declared declare(
            @PathVariable String scope, @PathVariable String name, @RequestBody DeclarationBody body) {
        Actor actor = person.get();
        actor.mustHave(Permission.DECLARE_BASES);
        String basis = body.basis();
        if (!SCOPES.contains(scope) || name.length() > 100) {
            throw Invalid.field("scope", "There is no such scope.", "Use origin, source or kind.");
        }
        if (basis == null || basis.isBlank() || basis.length() > 200) {
            throw Invalid.field("basis", "A basis has 1 to 200 characters.", "Say why they may be reached.");
        }
        Declarations.Declared declared = new Declarations.Declared(
                scope,
                name,
                new Declaration(
                        Boolean.TRUE.equals(body.mail()), Boolean.TRUE.equals(body.call()), basis, body.wording()));
        declarations.declare(declared, actor.login());
        return declared;
    }

    @DeleteMapping("/declarations/{scope}/{name}")
    ResponseEntity<Void> withdraw(@PathVariable String scope, @PathVariable String name) {
        person.get().mustHave(Permission.DECLARE_BASES);
        if (!declarations.withdraw(scope, name)) {
            throw new NotFound("Nothing is declared for the %s '%s'.".formatted(scope, name));
        }
        return ResponseEntity.noContent().build();
    }
}
