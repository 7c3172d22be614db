package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Password authentication, the one place where a password is checked, behind the {@link LoginThrottle}.
 *
 * <p>A password is slow to check on purpose, and HTTP Basic sends it with every request; so a right
 * one is remembered for a minute together with its address, as an HMAC under a key that dies with
 * the process. It is good only as long as the person's hash is the one it was checked against, and
 * only from that address: guesses from elsewhere never meet it.
 */
@Component
class Credentials {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** In place of whatever else was typed: nobody has it, and no log or table takes harm. */
    private static final String NO_LOGIN = "?";

    private final PersonRepository persons;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final LoginLog log;
    private final SecretKeySpec key;
    private final String nobodysHash;

    /** From the HMAC of a right login, password and address to the hash that it fits. */
    private final Cache<String, String> checked = Caffeine.newBuilder()
            .initialCapacity(2_000)
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Credentials(PersonRepository persons, PasswordEncoder encoder, LoginThrottle throttle, LoginLog log) {
        this.persons = persons;
        this.encoder = encoder;
        this.throttle = throttle;
        this.log = log;
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        this.key = new SecretKeySpec(bits, "HmacSHA256");
        this.nobodysHash = encoder.encode("nobody");
    }

    /**
     * The hash that an active person has for this login, when the password fits. An unknown or
     * deactivated login takes as long as another.
     *
     * @param address from where, as {@link ClientAddress} has it
     * @throws TooManyRequests after too many wrong ones
     */
    Optional<String> check(String login, String password, String address) {
        return Optional.ofNullable(checkedHash(login, password, address));
    }

    /** The same for a door that is asked again and again: what was right is right for a minute. */
    boolean matchRemembered(String login, String password, String address) {
        String triple = hmac(login + '\0' + address + '\0' + password);
        String fitting = checked.getIfPresent(triple);
        if (fitting != null) {
            throttle.mustBeOpen(login, address);
            if (persons.activePasswordHash(login).filter(fitting::equals).isPresent()) {
                return true;
            }
            checked.invalidate(triple);
        }
        // One check for as many requests at once as come with the same password.
        boolean right = checked.get(triple, any -> checkedHash(login, password, address)) != null;
        if (right) {
            log.basic(login, address);
        }
        return right;
    }

    /** As logins are kept; what can be nobody's is answered as one login that nobody has. */
    static String normalised(String typed) {
        String login = typed.strip().toLowerCase(Locale.ROOT);
        return LOGIN.matcher(login).matches() ? login : NO_LOGIN;
    }

    private @Nullable String checkedHash(String login, String password, String address) {
        LoginThrottle.Attempt attempt = throttle.take(login, address);
        String known = persons.activePasswordHash(login).orElse(null);
        boolean fits = encoder.matches(password, known == null ? nobodysHash : known);
        // BCrypt takes no notice of what comes after its last byte: that is another password.
        if (known == null || !fits || PasswordRules.isTooLong(password)) {
            throttle.failed(attempt);
            return null;
        }
        throttle.succeeded(attempt);
        return known;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
