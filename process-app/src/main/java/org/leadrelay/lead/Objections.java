package org.leadrelay.lead;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
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
        identifiers.forEach(
                each ->
                        jdbc.sql("delete from lead_objection where channel = ? and hash = ?")
                                .params(channel.name(), hash(each))
                                .update());
    }

    /** The channels on which anyone known by one of these identifiers has objected. */
    Set<Channel> against(Stream<String> identifiers) {
        List<byte[]> hashes = identifiers.map(this::hash).collect(Collectors.toList());
        if (hashes.isEmpty()) {
            return EnumSet.noneOf(Channel.class);
        }
        return jdbc
                .sql("select distinct channel from lead_objection where hash in (:hashes)")
                .param("hashes", new ArrayList<>(hashes))
                .query(String.class)
                .list()
                .stream()
                .map(Channel::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
    }

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
