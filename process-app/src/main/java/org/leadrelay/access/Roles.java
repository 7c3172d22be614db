package org.leadrelay.access;

import java.util.List;
import java.util.Locale;
import org.leadrelay.platform.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles by name; they are data, and the constants name those that the product itself asks for. They are data;
 * the constants name those that the product itself asks for.
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

    private static final String[] IMPORTING = {MARKETING, SALES_MANAGER, ADMINISTRATOR};

    private final RoleRepository roles;
    private final CurrentPerson currentPerson;

    Roles(RoleRepository roles, CurrentPerson currentPerson) {
        this.roles = roles;
        this.currentPerson = currentPerson;
    }

    /**
     * A role as people see it.
     *
     * @param name what a lane of a model names, such as {@code sales-rep}
     * @param label in English
     * @param labelDe in German
     */
    public record Role(String name, String label, String labelDe, String description) {

        public String label(Locale locale) {
            return new Words(label, labelDe).in(locale);
        }
    }

    /** Who may bring leads in by hand and as files: one of these roles is needed. */
    public static String[] importing() {
        return IMPORTING.clone();
    }

    @Transactional(readOnly = true)
    public List<Role> all() {
        return roles.findAllByOrderByName().stream().map(RoleEntity::role).toList();
    }

    /** Adds a role, or changes its words. Administrators only. */
    @Transactional
    public Role save(Role role) {
        currentPerson.get().mustHave(ADMINISTRATOR);
        AdministrationInput.name("name", role.name(), "[a-z0-9][a-z0-9-]{0,39}");
        AdministrationInput.text("label", role.label(), 80);
        AdministrationInput.text("labelDe", role.labelDe(), 80);
        AdministrationInput.text("description", role.description().isEmpty() ? "-" : role.description(), 400);
        roles.findById(role.name())
                .ifPresentOrElse(known -> known.describe(role), () -> roles.save(new RoleEntity(role)));
        roles.flush();
        return role;
    }
}
