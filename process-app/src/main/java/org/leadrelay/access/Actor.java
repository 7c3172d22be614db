package org.leadrelay.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Wording;

/**
 * Authenticated principal: a person, a system with an API key, or the product itself.
 *
 * @param login a person's login; {@code key:} and the key's name for a system
 * @param system true for API keys and for the product itself
 * @param origin which system's records an API key brings in; null for everybody else
 * @param source the marketing channel where a record of that system names none
 * @param permissions what the roles allow
 * @param scopes what an API key opens; empty for everybody else
 * @param key the id of an API key; null for everybody else
 */
public record Actor(
        String login,
        String displayName,
        Set<String> roles,
        Set<Permission> permissions,
        Set<UUID> teams,
        boolean system,
        @Nullable String origin,
        @Nullable String source,
        Set<KeyScope> scopes,
        @JsonIgnore @Nullable UUID key) {

    private static final Wording WORDING = Wording.of(Actor.class);

    /** The product itself: timers, jobs, what happens at the start. */
    public static final Actor SYSTEM =
            new Actor("system", "Lead Relay", Set.of(), Set.of(), Set.of(), true, null, null, Set.of(), null);

    /** Somebody at a public door, such as the web form. */
    static final Actor ANONYMOUS =
            new Actor("anonymous", "", Set.of(), Set.of(), Set.of(), false, null, null, Set.of(), null);

    /** Work that goes on in the background after somebody asked for it, told under their login. */
    public static Actor onBehalfOf(String login) {
        return new Actor(login, login, Set.of(), Set.of(), Set.of(), true, null, null, Set.of(), null);
    }

    public Actor {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
        teams = Set.copyOf(teams);
        scopes = Set.copyOf(scopes);
    }

    /**
     * Somebody with a login.
     *
     * @param permissions what the roles allow together
     */
    public static Actor person(
            String login, String displayName, Set<String> roles, Set<Permission> permissions, Set<UUID> teams) {
        return new Actor(login, displayName, roles, permissions, teams, false, null, null, Set.of(), null);
    }

    /** Whether this is a system with an API key: it reaches what its own origin brought. */
    @JsonIgnore
    public boolean isKey() {
        return origin != null;
    }

    /** Whether this is the product itself, which no role binds. */
    public boolean isProduct() {
        return this.equals(SYSTEM);
    }

    /** Whether one of the roles allows this; the product itself may do everything. */
    public boolean may(Permission permission) {
        return isProduct() || permissions.contains(permission);
    }

    /** Whether the roles allow any of these. */
    public boolean mayAny(Permission... anyOf) {
        return Arrays.stream(anyOf).anyMatch(this::may);
    }

    /** Whether the roles allow more than to read. */
    boolean mayChangeAnything() {
        return isProduct() || permissions.stream().anyMatch(Permission::isChanging);
    }

    /** The permissions to administer something. */
    Set<Permission> administering() {
        EnumSet<Permission> administering = EnumSet.noneOf(Permission.class);
        permissions.stream().filter(Permission::isAdministrative).forEach(administering::add);
        return administering;
    }

    /**
     * Asks for one of these permissions; the product itself may do everything.
     *
     * @throws Forbidden when none of this actor's roles allows any of them
     */
    public void mustHave(Permission... anyOf) {
        if (!mayAny(anyOf)) {
            throw new Forbidden(WORDING.text("needsPermission", either(anyOf)));
        }
    }

    private static String either(Permission... anyOf) {
        return Arrays.stream(anyOf)
                .map(each -> each.label(Wording.language()))
                .reduce((some, next) -> WORDING.text("either", some, next))
                .orElse("");
    }
}
