package org.leadrelay.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.PermissionAgreements.Agreed;
import org.leadrelay.access.RolePermissions.RoleRights;
import org.leadrelay.access.Roles.Role;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for roles, their permissions, and who changed them. */
@RestController
@RequestMapping("/api/admin")
@Tag(name = "Administration")
class RolesApi {

    private final Roles roles;
    private final RolePermissions permissions;

    RolesApi(Roles roles, RolePermissions permissions) {
        this.roles = roles;
        this.permissions = permissions;
    }

    /**
     * @param side where the role's promises are counted; what is left out stays, and is neither for a new role
     */
    record RoleBody(
            @Nullable String label,
            @Nullable String labelDe,
            @Nullable String description,
            @Nullable String side) {}

    /**
     * @param edition the edition that was read; null overwrites whatever there is
     * @param agreement what a permission rests on that needs an agreement, in words, and {@code agreedOn} its day; only
     *     when a role is given such a permission
     */
    record PermissionsBody(
            @Nullable Set<@Nullable String> permissions,
            @Nullable Integer edition,
            @Nullable String agreement,
            @Nullable LocalDate agreedOn) {

        @Nullable
        Agreed agreed() {
            if (agreement == null) {
                return null;
            }
            if (agreedOn == null) {
                throw Invalid.field(
                        "agreedOn", "'agreedOn' is missing.", "Send the day on which it was agreed: 2026-11-30.");
            }
            return new Agreed(agreement, agreedOn);
        }
    }

    /** A permission and its words. */
    record PermissionWords(Permission name, String label, String labelDe, Permission.Area area, boolean changing) {

        static PermissionWords of(Permission permission) {
            return new PermissionWords(
                    permission,
                    permission.label(Locale.ENGLISH),
                    permission.label(Locale.GERMAN),
                    permission.area(),
                    permission.isChanging());
        }
    }

    record Table(List<PermissionWords> permissions, List<RoleRights> roles) {}

    @GetMapping("/roles")
    Page<Role> roles() {
        return Page.ofAll(roles.all());
    }

    @PutMapping("/roles/{name}")
    Role saveRole(@PathVariable String name, @RequestBody RoleBody body) {
        String label = AdministrationInput.text("label", body.label(), 80);
        return permissions.save(new Role(
                name,
                label,
                body.labelDe() == null ? label : body.labelDe(),
                body.description() == null ? "" : body.description(),
                body.side() == null ? roles.side(name) : RoleSide.known(body.side())));
    }

    @DeleteMapping("/roles/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRole(@PathVariable String name) {
        permissions.remove(name);
    }

    @GetMapping("/permissions")
    @Operation(summary = "All permissions, and which role has which")
    Table permissions() {
        return new Table(
                Arrays.stream(Permission.values()).map(PermissionWords::of).toList(), permissions.all());
    }

    @PutMapping("/roles/{name}/permissions")
    @Operation(summary = "Say anew what a role allows")
    RoleRights allow(@PathVariable String name, @RequestBody PermissionsBody body) {
        return permissions.change(name, given(body), body.edition(), body.agreed());
    }

    @GetMapping("/permissions/changes")
    @Operation(summary = "Who changed what a role allows, newest first")
    Page<PermissionChanges.Change> permissionChanges() {
        return Page.ofAll(permissions.changes());
    }

    private static Set<String> given(PermissionsBody body) {
        if (body.permissions() == null || body.permissions().contains(null)) {
            throw Invalid.field(
                    "permissions", "'permissions' is missing.", "Send a list of names, which may be empty.");
        }
        return Set.copyOf(body.permissions());
    }
}
