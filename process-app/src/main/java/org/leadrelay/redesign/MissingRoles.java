package org.leadrelay.redesign;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.ModelElements;
import org.leadrelay.charter.ModelElements.Element;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Query of dangling references to roles: roles that models give tasks to and that there are no more. Their tasks wait in nobody's
 * inbox until the role is there again, by its old name, and somebody has it.
 */
@Service
public class MissingRoles {

    private static final Comparator<StepOfRole> BY_NAME = Comparator.comparing(StepOfRole::name)
            .thenComparing(StepOfRole::model)
            .thenComparing(StepOfRole::id);

    private final ModelElements models;
    private final PinnedTables releases;
    private final Roles roles;
    private final CurrentPerson person;

    MissingRoles(ModelElements models, PinnedTables releases, Roles roles, CurrentPerson person) {
        this.models = models;
        this.releases = releases;
        this.roles = roles;
        this.person = person;
    }

    /**
     * @param steps whose tasks it has, by name
     */
    public record MissingRole(String role, List<StepOfRole> steps) {

        public MissingRole {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param name in the language of the current request
     */
    public record StepOfRole(String model, String id, String name) {}

    /** Of the models in force and of every version by which leads go on; for whoever reads the process. */
    @Transactional(readOnly = true)
    public List<MissingRole> all() {
        person.get().mustHave(Permission.READ_PROCESS);
        return inUse();
    }

    /** The same, for the start. */
    @Transactional(readOnly = true)
    public List<MissingRole> inUse() {
        return missing(
                Stream.concat(models.all().stream(), models.inUse().stream()).toList());
    }

    /** Of one release. */
    List<MissingRole> of(int release) {
        return missing(releases.elements(release));
    }

    private List<MissingRole> missing(Collection<Element> elements) {
        Set<String> known = roles.all().stream().map(Roles.Role::name).collect(Collectors.toSet());
        Map<String, Set<StepOfRole>> missing = new TreeMap<>();
        elements.stream()
                .filter(each -> each.role() != null && !known.contains(each.role()))
                .forEach(each -> missing.computeIfAbsent(
                                Objects.requireNonNull(each.role()), any -> new TreeSet<>(BY_NAME))
                        .add(new StepOfRole(each.model(), each.id(), each.name())));
        return missing.entrySet().stream()
                .map(each -> new MissingRole(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }
}
