package org.leadrelay.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.leadrelay.platform.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Query of roles with their localized labels. They are data, and so is what they allow ({@link RolePermissions}); the
 * constants name lanes of the shipped models and the roles that every installation begins with.
 */
@Service
public class Roles {

    public static final String MARKETING = "marketing";
    public static final String SALES_REP = "sales-rep";
    public static final String SALES_MANAGER = "sales-manager";
    public static final String ARBITER = "arbiter";
    public static final String PROCESS_OWNER = "process-owner";
    public static final String AUDITOR = "auditor";
    public static final String ADMINISTRATOR = "administrator";

    private static final Set<String> NAMED =
            Set.of(MARKETING, SALES_REP, SALES_MANAGER, ARBITER, PROCESS_OWNER, AUDITOR, ADMINISTRATOR);

    private final RoleRepository roles;

    Roles(RoleRepository roles) {
        this.roles = roles;
    }

    /**
     * A role as people see it.
     *
     * @param name what a lane of a model names, such as {@code sales-rep}
     * @param label in English
     * @param labelDe in German
     * @param side where its promises are counted
     */
    public record Role(String name, String label, String labelDe, String description, RoleSide side) {

        public String label(Locale locale) {
            return new Words(label, labelDe).in(locale);
        }

        /** The group in which its promises are counted: its side, or itself. */
        public String group() {
            return side == RoleSide.NEITHER ? name : side.code();
        }
    }

    @Transactional(readOnly = true)
    public List<Role> all() {
        return roles.findAllByOrderByName().stream().map(RoleEntity::role).toList();
    }

    /** Where the promises of this role are counted; neither for a role that there is not. */
    @Transactional(readOnly = true)
    public RoleSide side(String role) {
        return roles.findById(role).map(RoleEntity::side).orElse(RoleSide.NEITHER);
    }

    /** Those that allow this. */
    @Transactional(readOnly = true)
    public List<Role> having(Permission permission) {
        return roles.findAllowed(permission.code()).stream()
                .map(RoleEntity::role)
                .toList();
    }

    /** Whether the product itself names this role: as a lane, or for the first administrator. */
    static boolean isNamedByTheProduct(String role) {
        return NAMED.contains(role);
    }

    /**
     * @throws org.leadrelay.platform.Invalid naming the field that is wrong
     */
    static void check(Role role) {
        AdministrationInput.name("name", role.name(), "[a-z0-9][a-z0-9-]{0,39}");
        AdministrationInput.text("label", role.label(), 80);
        AdministrationInput.text("labelDe", role.labelDe(), 80);
        AdministrationInput.text("description", role.description().isEmpty() ? "-" : role.description(), 400);
    }
}
