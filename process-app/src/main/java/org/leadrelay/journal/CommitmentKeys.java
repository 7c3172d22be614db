package org.leadrelay.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keyed commitments (HMAC-SHA-256) to words about a lead. The key is a random row of each lead, made when it is first
 * needed: a bare hash of an e-mail address is guessed in seconds.
 */
@Component
class CommitmentKeys {

    static final String PREFIX = "hmac-sha256:";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final String FIND_OR_MAKE = """
        with made as (
            insert into audit_salt (lead_id, salt)
            select :lead, :salt where not exists (select from audit_salt where lead_id = :lead)
            on conflict do nothing returning salt)
        select salt from made union all select salt from audit_salt where lead_id = :lead\
        """;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    CommitmentKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Commitments to words about one lead, {@value PREFIX} and the code in hexadecimal. The key is read with the first, and
     * kept for the others.
     */
    UnaryOperator<String> commitments(UUID lead) {
        AtomicReference<byte @Nullable []> key = new AtomicReference<>();
        return words -> {
            byte[] known = key.get();
            if (known == null) {
                known = of(lead);
                key.set(known);
            }
            return commit(known, words);
        };
    }

    static String commit(byte[] salt, String words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Of two transactions that make the first one, the second finds it only with another look. */
    private byte[] of(UUID lead) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        return find(lead, fresh).or(() -> find(lead, fresh)).orElseThrow();
    }

    private Optional<byte[]> find(UUID lead, byte[] fresh) {
        return jdbc
                .sql(FIND_OR_MAKE)
                .param("lead", lead)
                .param("salt", fresh)
                .query((row, n) -> row.getBytes(1))
                .list()
                .stream()
                .findFirst();
    }
}
