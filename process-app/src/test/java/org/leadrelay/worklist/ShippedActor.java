package org.leadrelay.worklist;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Roles;

/** Ada with roles that allow of the inbox what they do in a new installation. */
final class ShippedActor {

    private static final Set<String> WITHOUT_TASKS = Set.of(Roles.AUDITOR, Roles.ADMINISTRATOR);

    private ShippedActor() {}

    static Actor ada(String... roles) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (!WITHOUT_TASKS.containsAll(Arrays.asList(roles))) {
            permissions.add(Permission.WORK_TASKS);
        }
        if (Arrays.asList(roles).contains(Roles.SALES_MANAGER)) {
            permissions.add(Permission.MANAGE_REPS);
        }
        return Actor.person("ada", "Ada", Set.of(roles), permissions, Set.of());
    }
}
