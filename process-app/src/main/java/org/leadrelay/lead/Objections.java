package org.leadrelay.lead;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Objections as keyed hashes of what identifies a person, so that they hold after erasure and when
 * the same person comes in again. The key comes from the environment, LEADRELAY_HASH_KEY, or is
 * made at the first use and kept in the database.
 */
@Component
class Objections {

    private static final String EMAIL = "email:";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String configured;
    private volatile byte @Nullable [] key;

    Objections(JdbcClient jdbc, Clock clock, @Value("${LEADRELAY_HASH_KEY:}") String configured) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.configured = configured;
    }

    /** Remembers that whoever is known by these identifiers objects. */
    void remember(Channel channel, Stream<String> identifiers) {
        identifiers.forEach(
                each ->
                        jdbc.sql(
                                        """
                                        insert into lead_objection (channel, hash, at)
                                        values (?, ?, ?) on conflict do nothing
                                        """)
                                .params(channel.name(), hash(each), Sql.time(clock.instant()))
                                .update());
    }

    /** A later consent on the same channel takes the objection back. */
    void forget(Channel channel, Stream<String> identifiers) {
        identifiers
                .flatMap(each -> spellings(each).stream())
                .forEach(
                        each ->
                                jdbc.sql(
                                                "delete from lead_objection where channel = ? and"
                                                        + " hash = ?")
                                        .params(channel.name(), hash(each))
                                        .update());
    }

    /** What has been objected to by whoever is known by these identifiers. */
    Set<Objected> against(Set<String> identifiers) {
        Map<String, String> byHash = new HashMap<>();
        for (String each : identifiers) {
            for (String spelling : spellings(each)) {
                byHash.putIfAbsent(HexFormat.of().formatHex(hash(spelling)), each);
            }
        }
        Set<Objected> found = new HashSet<>();
        if (!byHash.isEmpty()) {
            jdbc.sql(
                            """
                            select channel, encode(hash, 'hex') as hash from lead_objection
                            where hash in (select decode(h, 'hex') from unnest(?) as h)
                            """)
                    .param(byHash.keySet().toArray(String[]::new))
                    .query(
                            row -> {
                                Channel channel = Channel.valueOf(row.getString("channel"));
                                String identifier = byHash.get(row.getString("hash"));
                                if (identifier != null) {
                                    found.add(new Objected(channel, identifier));
                                }
                            });
        }
        return found;
    }

    /** An objection that an earlier version remembered holds in that version's spelling. */
    private static Set<String> spellings(String identifier) {
        return identifier.startsWith(EMAIL)
                ? Emails.spellings(identifier.substring(EMAIL.length())).stream()
                        .map(EMAIL::concat)
                        .collect(Collectors.toSet())
                : Set.of(identifier);
    }

    record Objected(Channel channel, String identifier) {}

    private byte[] hash(String identifier) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing in this Java.", e);
        }
    }

    private byte[] key() {
        byte[] now = key;
        if (now == null) {
            now =
                    configured.isBlank()
                            ? fromDatabase()
                            : configured.getBytes(StandardCharsets.UTF_8);
            key = now;
        }
        return now;
    }

    private byte[] fromDatabase() {
        byte[] made = new byte[32];
        new SecureRandom().nextBytes(made);
        jdbc.sql("insert into lead_secret (name, value) values ('hash', ?) on conflict do nothing")
                .param(HexFormat.of().formatHex(made).getBytes(StandardCharsets.US_ASCII))
                .update();
        return jdbc.sql("select value from lead_secret where name = 'hash'")
                .query((row, any) -> row.getBytes(1))
                .single();
    }
}
