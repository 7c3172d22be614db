package org.leadrelay.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.CannotStart;
import org.leadrelay.platform.Invalid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Bootstrap of the first administrator, who lets the others in. Outside the demo, the first administrator's
 * password comes from {@code LEADRELAY_ADMIN_PASSWORD}; without it, and without an administrator, the
 * application does not start.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String LOGIN = "administrator";

    private final People people;
    private final LastAdministrator lastAdministrator;
    private final RolePermissions rights;
    private final AdvisoryLock lock;
    private final Settings settings;
    private final ObjectProvider<FirstPeople> others;

    FirstAdministrator(
            People people,
            LastAdministrator lastAdministrator,
            RolePermissions rights,
            AdvisoryLock lock,
            Settings settings,
            ObjectProvider<FirstPeople> others) {
        this.people = people;
        this.lastAdministrator = lastAdministrator;
        this.rights = rights;
        this.lock = lock;
        this.settings = settings;
        this.others = others;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.within("first-administrator", this::createIfNobodyIs);
    }

    private boolean createIfNobodyIs() {
        if (people.all().isEmpty()) {
            others.ifAvailable(FirstPeople::arrive);
        }
        if (lastAdministrator.isThere()) {
            return false;
        }
        String password = settings.password();
        if (!StringUtils.hasText(password)) {
            throw new CannotStart(
                    "There is no active administrator, and LEADRELAY_ADMIN_PASSWORD is not set.",
                    "Set LEADRELAY_ADMIN_PASSWORD to the password that the first administrator, '"
                            + LOGIN
                            + "', shall log in with, and start again.");
        }
        rights.restoreAdministrator();
        try {
            PasswordRules.check("password", password, LOGIN, asAdministrator());
            if (people.find(LOGIN).isPresent()) {
                restore(password);
            } else {
                people.create(LOGIN, asAdministrator(), password);
            }
        } catch (Invalid invalid) {
            throw new CannotStart(
                    "LEADRELAY_ADMIN_PASSWORD cannot be used. " + invalid.detail(),
                    "Set another of at least "
                            + PasswordRules.SHORTEST
                            + " characters that nobody guesses, such as four words, and start"
                            + " again.");
        }
        LOG.info("The first administrator logs in as '{}'", LOGIN);
        return true;
    }

    /** The login is there, but deactivated or without the role. */
    private void restore(String password) {
        people.activate(LOGIN);
        people.update(LOGIN, new PersonChange(null, null, null, Set.of(Roles.ADMINISTRATOR)));
        people.resetPassword(LOGIN, password);
    }

    private static PersonChange asAdministrator() {
        return new PersonChange("Administrator", null, null, Set.of(Roles.ADMINISTRATOR));
    }

    /**
     * @param password of the first administrator; looked at only while there is none
     */
    @ConfigurationProperties("leadrelay.admin")
    record Settings(@Nullable String password) {}
}
