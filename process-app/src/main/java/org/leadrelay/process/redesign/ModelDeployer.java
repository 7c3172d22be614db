package org.leadrelay.process.redesign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.redesign.MissingRoles;
import org.leadrelay.redesign.ShippedModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings the shipped models with their words at the start, and keeps the product from starting with models in force that it
 * cannot run.
 */
@Component
class ModelDeployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

    private final ShippedModels shipped;
    private final MissingRoles roles;
    private final AdvisoryLock lock;
    private final ModelNames names;

    ModelDeployer(ShippedModels shipped, MissingRoles roles, AdvisoryLock lock, ModelNames names) {
        this.shipped = shipped;
        this.roles = roles;
        this.lock = lock;
        this.names = names;
    }

    @Override
    public void afterSingletonsInstantiated() {
        SortedMap<String, byte[]> models = ShippedFiles.read();
        String checksum = checksum(models);
        lock.within("shipped-models", () -> {
            shipped.bring(checksum, models);
            return checksum;
        });
        List<String> missing = shipped.missingSteps();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(String.join(" ", missing)
                    + " Start a version of the product that has it, or bring the step back. From that version on, put a"
                    + " release in force that does without it.");
        }
        readNames();
        warnOfRoles();
    }

    /** Leads go on all the same, up to a task that nobody finds in their inbox. */
    private void warnOfRoles() {
        roles.inUse()
                .forEach(each -> LOG.warn(
                        "The models give tasks to the role {}, which there is no more: {}. Nobody finds them until an"
                                + " administrator has added a role of that name and given it to somebody.",
                        each.role(),
                        each.steps().stream().map(MissingRoles.StepOfRole::name).toList()));
    }

    /** Eager: the first reader would wait for a second connection while holding one. */
    private void readNames() {
        names.inForce().find("", Locale.ENGLISH);
    }

    private static String checksum(SortedMap<String, byte[]> models) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            models.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
