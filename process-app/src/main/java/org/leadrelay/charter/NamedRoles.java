package org.leadrelay.charter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.leadrelay.access.RoleUse;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** References to roles by the charter or a model, in force, about to be, or older with leads that go on by it; such a role cannot be removed. */
@Component
class NamedRoles implements RoleUse {

    private static final Wording WORDING = Wording.of(NamedRoles.class);

    private final CharterVersions versions;
    private final ModelElements models;

    NamedRoles(CharterVersions versions, ModelElements models) {
        this.versions = versions;
        this.models = models;
    }

    @Override
    public Optional<String> of(String role) {
        if (haveTasksOf(role, models.all()) || haveTasksOf(role, models.coming())) {
            return Optional.of(WORDING.text("roleInModel", role));
        }
        if (haveTasksOf(role, models.inUse())) {
            return Optional.of(WORDING.text("roleInOlderModel", role));
        }
        Stream<CharterContent> living = Stream.of(
                        Optional.of(versions.inForce()), versions.draft(), versions.scheduled())
                .flatMap(Optional::stream)
                .map(CharterVersion::provisions);
        return living.flatMap(NamedRoles::names).anyMatch(role::equals)
                ? Optional.of(WORDING.text("roleInCharter", role))
                : Optional.empty();
    }

    private static boolean haveTasksOf(String role, List<ModelElements.Element> elements) {
        return elements.stream().map(ModelElements.Element::role).anyMatch(role::equals);
    }

    private static Stream<String> names(CharterContent provisions) {
        return Stream.of(
                        Stream.of(provisions.qualifies()),
                        provisions.clauses().stream().map(Clause::who),
                        provisions.ladder().stream().map(Rung::whom))
                .flatMap(each -> each)
                .filter(Objects::nonNull);
    }
}
