package org.leadrelay.access;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.PermissionAgreements.Agreed;
import org.leadrelay.access.PermissionChanges.What;
import org.leadrelay.access.Roles.Role;
import org.leadrelay.platform.Alphabet;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Role-based access control: which role has which permissions. The one place that changes it; a
 * change holds on all nodes, for open pages and sessions too, and is logged with its author.
 */
@Service
@RetryOnCollision
public class RolePermissions {

    private static final Wording WORDING = Wording.of(RolePermissions.class);
    private static final int MOST_ROLES = 40;

    private final RoleRepository roles;
    private final PersonRepository persons;
    private final LastAdministrator lastAdministrator;
    private final PermissionChanges changes;
    private final PermissionAgreements agreements;
    private final Actors actors;
    private final CurrentPerson currentPerson;
    private final List<RoleUse> uses;

    RolePermissions(
            RoleRepository roles,
            PersonRepository persons,
            LastAdministrator lastAdministrator,
            PermissionChanges changes,
            PermissionAgreements agreements,
            Actors actors,
            CurrentPerson currentPerson,
            List<RoleUse> uses) {
        this.roles = roles;
        this.persons = persons;
        this.lastAdministrator = lastAdministrator;
        this.changes = changes;
        this.agreements = agreements;
        this.actors = actors;
        this.currentPerson = currentPerson;
        this.uses = List.copyOf(uses);
    }

    /**
     * A role with what it allows.
     *
     * @param people logins of the active people who have it, in order
     * @param edition counts the changes; whoever changes it says which one they saw
     */
    public record RoleRights(Role role, Set<Permission> permissions, List<String> people, int edition) {

        public RoleRights {
            permissions = permissions.isEmpty() ? Set.of() : EnumSet.copyOf(permissions);
            people = List.copyOf(people);
        }
    }

    /** All roles by name. For whoever administers roles or reads permissions. */
    @Transactional(readOnly = true)
    public List<RoleRights> all() {
        mayRead();
        Map<String, Set<String>> people = new TreeMap<>();
        persons.findAllBy().stream()
                .filter(PersonEntity::active)
                .forEach(person -> person.roles()
                        .forEach(role -> people.computeIfAbsent(role, any -> new TreeSet<>(Alphabet.order()))
                                .add(person.getId())));
        return roles.findAllBy().stream()
                .sorted(Comparator.comparing(RoleEntity::getId))
                .map(each -> new RoleRights(
                        each.role(),
                        each.permissions(),
                        List.copyOf(people.getOrDefault(each.getId(), Set.of())),
                        each.edition()))
                .toList();
    }

    /** The log of changes, newest first. For whoever administers roles or reads permissions. */
    @Transactional(readOnly = true)
    public List<PermissionChanges.Change> changes() {
        mayRead();
        return changes.newest();
    }

    /**
     * Adds a role, or changes the words or the side of one. A new one works the tasks of a lane that names it and reads the process,
     * as every other does, until its permissions are changed.
     */
    @Transactional
    public Role save(Role role) {
        mustAdminister();
        Roles.check(role);
        Optional<RoleEntity> known = roles.findById(role.name());
        if (known.isPresent()) {
            Role before = known.get().role();
            if (!before.equals(role)) {
                known.get().describe(role);
                roles.flush();
                changes.noteDescription(before, role);
            }
            return role;
        }
        if (roles.count() >= MOST_ROLES) {
            throw new Conflict(WORDING.text("tooManyRoles", MOST_ROLES));
        }
        RoleEntity added = new RoleEntity(role);
        added.allow(EnumSet.of(Permission.WORK_TASKS, Permission.READ_PROCESS));
        roles.saveAndFlush(added);
        changes.noteAdded(role, added.permissions());
        return role;
    }

    /** The same for permissions that rest on no agreement. */
    @Transactional
    public RoleRights change(String role, Set<String> codes, @Nullable Integer edition) {
        return change(role, codes, edition, null);
    }

    /**
     * Replaces what a role allows.
     *
     * @param codes of the permissions
     * @param edition the edition that was seen, or null to overwrite
     * @param agreed what is agreed about a permission among them that rests on an agreement; null where none is new
     * @throws Invalid naming a permission that there is not, or that its agreement is missing
     * @throws Conflict when somebody changed it meanwhile, or nobody could change permissions any more
     */
    @Transactional
    public RoleRights change(String role, Set<String> codes, @Nullable Integer edition, @Nullable Agreed agreed) {
        mustAdminister();
        Set<Permission> asked = known(codes);
        RoleEntity changed = lock(role);
        if (edition != null && edition != changed.edition()) {
            throw new Conflict(WORDING.text("roleChanged", role));
        }
        Set<Permission> before = changed.permissions();
        if (before.equals(asked)) {
            return rights(changed);
        }
        List<Permission> resting = asked.stream()
                .filter(each -> each.needsAgreement() && !before.contains(each))
                .toList();
        Agreed entered = resting.isEmpty() ? null : entered(agreed, resting.get(0));
        changed.allow(asked);
        roles.flush();
        if (before.contains(Permission.ADMINISTER_ROLES) && !asked.contains(Permission.ADMINISTER_ROLES)) {
            lastAdministrator.mustRemain("lastRole", role);
        }
        changes.note(role, What.CHANGED, before, asked, entered);
        if (entered != null) {
            resting.forEach(each -> agreements.note(role, each, entered));
        }
        actors.forgetAll();
        return rights(changed);
    }

    private Agreed entered(@Nullable Agreed agreed, Permission resting) {
        if (agreed == null) {
            throw Invalid.field("agreement", WORDING.text("agreementMissing", resting.label(Wording.language())));
        }
        return agreements.checked(agreed);
    }

    /**
     * Removes a role that nobody has and nothing names.
     *
     * @throws Conflict saying what is in the way
     */
    @Transactional
    public void remove(String role) {
        mustAdminister();
        RoleEntity leaving = lock(role);
        inTheWay(role).ifPresent(use -> {
            throw new Conflict(use);
        });
        Set<Permission> before = leaving.permissions();
        roles.delete(leaving);
        roles.flush();
        changes.note(role, What.REMOVED, before, Set.of());
    }

    /** Why a role cannot be removed, in words; empty when it can. */
    @Transactional(readOnly = true)
    public Optional<String> inTheWay(String role) {
        if (Roles.isNamedByTheProduct(role)) {
            return Optional.of(WORDING.text("roleOfTheProduct", role));
        }
        long holders = roles.countHolders(role);
        if (holders > 0) {
            return Optional.of(WORDING.text("roleHeld", role, holders));
        }
        return uses.stream().flatMap(each -> each.of(role).stream()).findFirst();
    }

    /** Gives the administrators' role back what it takes to administer, for the start without one. */
    @Transactional
    void restoreAdministrator() {
        RoleEntity role = lock(Roles.ADMINISTRATOR);
        Set<Permission> before = role.permissions();
        if (before.contains(Permission.ADMINISTER_ROLES) && before.contains(Permission.ADMINISTER_PEOPLE)) {
            return;
        }
        EnumSet<Permission> restored = EnumSet.of(Permission.ADMINISTER_ROLES, Permission.ADMINISTER_PEOPLE);
        restored.addAll(before);
        role.allow(restored);
        roles.flush();
        changes.note(role.getId(), What.CHANGED, before, restored);
        actors.forgetAll();
    }

    private static Set<Permission> known(Set<String> codes) {
        EnumSet<Permission> known = EnumSet.noneOf(Permission.class);
        for (String each : codes) {
            known.add(Permission.of(each)
                    .orElseThrow(() -> Invalid.field(
                            "permissions",
                            WORDING.text(
                                    "noPermission",
                                    each,
                                    EnumSet.allOf(Permission.class).stream()
                                            .map(Permission::code)
                                            .collect(Collectors.joining(", "))))));
        }
        return known;
    }

    private RoleRights rights(RoleEntity role) {
        return new RoleRights(role.role(), role.permissions(), persons.activeLoginsWith(role.getId()), role.edition());
    }

    private RoleEntity lock(String role) {
        return roles.lock(role).orElseThrow(() -> new NotFound(WORDING.text("noRole", role)));
    }

    private void mustAdminister() {
        currentPerson.get().mustHave(Permission.ADMINISTER_ROLES);
    }

    private void mayRead() {
        currentPerson.get().mustHave(Permission.ADMINISTER_ROLES, Permission.READ_PERMISSIONS);
    }
}
