package org.leadrelay.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.leadrelay.platform.Sha256;

/**
 * Generator and format of bearer secrets (API keys, personal tokens): a prefix that says which kind it is, then 256 random bits. Only the
 * hash of one is stored.
 */
final class BearerSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final String prefix;
    private final Pattern format;

    BearerSecret(String prefix) {
        this.prefix = prefix;
        this.format = Pattern.compile(Pattern.quote(prefix) + "[A-Za-z0-9_-]{43}");
    }

    /** A new one, which nobody has. */
    String generate() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Whether this can be one by its looks, whether anybody has it or not. */
    boolean matches(String secret) {
        return format.matcher(secret).matches();
    }

    static byte[] hash(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
