package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Checks login and password of the stateless doors. A password is slow to check on purpose, and
 * these doors send it with every request; so a checked pair is remembered for a minute, as an HMAC
 * under a key that dies with the process.
 */
@Component
class Credentials {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final PersonRepository persons;
    private final PasswordEncoder encoder;
    private final SecretKeySpec key;
    private final String nobodysHash;
    private final Cache<String, String> checked =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

    Credentials(PersonRepository persons, PasswordEncoder encoder) {
        this.persons = persons;
        this.encoder = encoder;
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        this.key = new SecretKeySpec(bits, "HmacSHA256");
        this.nobodysHash = encoder.encode("nobody");
    }

    /**
     * Whether an active person has this login and this password. An unknown login takes as long as
     * a known one.
     */
    boolean match(String login, String password) {
        String pair = hmac(login + '\0' + password);
        if (checked.getIfPresent(pair) != null) {
            return true;
        }
        String hash = persons.activePasswordHash(login).orElse(null);
        if (hash == null) {
            boolean unused = encoder.matches(password, nobodysHash);
            return false;
        }
        boolean matches = encoder.matches(password, hash);
        if (matches) {
            checked.put(pair, login);
        }
        return matches;
    }

    /** Now, and again after the transaction, for a check that ran meanwhile. */
    void forget(String login) {
        drop(login);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            drop(login);
                        }
                    });
        }
    }

    static String normalised(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private void drop(String login) {
        checked.asMap().values().removeIf(login::equals);
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
