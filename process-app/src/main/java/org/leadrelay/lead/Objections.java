package org.leadrelay.lead;

import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Suppression list: objections as keyed hashes of what identifies a person, so that they hold after erasure and
 * when the same person comes in again. The key comes from the environment, LEADRELAY_HASH_KEY, or is made at the
 * first use and kept in the database.
 */
@Component
class Objections {

    /** Stands for the moment of an objection that is older than anything said in the product. */
    private static final Instant UNDATED = Instant.EPOCH;

    private final JdbcClient jdbc;
    private final String configured;
    private final TransactionTemplate own;
    private volatile byte @Nullable [] key;

    Objections(
            JdbcClient jdbc,
            @Value("${LEADRELAY_HASH_KEY:}") String configured,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.configured = configured;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What is remembered on a channel.
     *
     * @param at when it was said last; null when it is older than anything said in the product
     */
    record Remembered(Channel channel, @Nullable Instant at) {}

    /** Remembers that whoever is known by these identifiers objects. */
    void remember(Channel channel, Set<String> identifiers, @Nullable Instant at) {
        jdbc.sql("""
            insert into lead_objection (channel, hash, at)
            select ?, decode(h, 'hex'), ? from unnest(?) as h
            on conflict (hash, channel) do update
                set at = excluded.at where lead_objection.at < excluded.at
            """)
                .params(channel.name(), Sql.time(at == null ? UNDATED : at), hashes(identifiers))
                .update();
    }

    /** Remembers it for one identifier, of which only the hash is known any more. */
    void remember(Channel channel, byte[] fingerprint, Instant at) {
        jdbc.sql("""
            insert into lead_objection (channel, hash, at) values (?, ?, ?)
            on conflict (hash, channel) do update
                set at = excluded.at where lead_objection.at < excluded.at
            """).params(channel.name(), fingerprint, Sql.time(at)).update();
    }

    /** The person's own word on the same channel ends what was objected to before it. */
    void forget(Channel channel, Set<String> identifiers, Instant before) {
        jdbc.sql("""
            delete from lead_objection where channel = ? and at < ?
                and hash in (select decode(h, 'hex') from unnest(?) as h)
            """)
                .params(channel.name(), Sql.time(before), hashes(identifiers))
                .update();
    }

    /** What has been objected to by whoever is known by these identifiers of each channel. */
    Map<Channel, Remembered> against(Map<Channel, Set<String>> identifiers) {
        Map<Channel, Remembered> found = new EnumMap<>(Channel.class);
        Map<Channel, Set<String>> hashes = new EnumMap<>(Channel.class);
        Set<String> all = new TreeSet<>();
        Map<String, String> known = new HashMap<>(); // most identify somebody on several channels
        identifiers.forEach((channel, each) -> {
            Set<String> of = each.stream()
                    .map(one -> known.computeIfAbsent(one, this::hash))
                    .collect(Collectors.toSet());
            hashes.put(channel, of);
            all.addAll(of);
        });
        jdbc.sql("""
            select channel, encode(hash, 'hex') as hash, at from lead_objection
            where hash in (select decode(h, 'hex') from unnest(?) as h) order by at
            """).param(all.toArray(String[]::new)).query(row -> {
            Channel channel = Channel.valueOf(row.getString("channel"));
            Instant at = Sql.instant(row, "at");
            if (hashes.getOrDefault(channel, Set.of()).contains(row.getString("hash"))) {
                found.put(channel, new Remembered(channel, at.equals(UNDATED) ? null : at));
            }
        });
        return found;
    }

    /** In one order, so that two transactions never wait for each other in a ring. */
    private String[] hashes(Set<String> identifiers) {
        return identifiers.stream().map(this::hash).sorted().distinct().toArray(String[]::new);
    }

    private String hash(String identifier) {
        return HexFormat.of().formatHex(fingerprint(identifier));
    }

    /** The keyed hash of an identifier. */
    byte[] fingerprint(String identifier) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing in this Java.", e);
        }
    }

    /** At the start, when nobody waits for it with a connection in hand. */
    @PostConstruct
    void prepare() {
        key();
    }

    private byte[] key() {
        byte[] now = key;
        if (now == null) {
            now = configured.isBlank() ? kept() : configured.getBytes(StandardCharsets.UTF_8);
            key = now;
        }
        return now;
    }

    /**
     * It is made in a transaction of its own: whoever asks may only read, or roll back, and the key must outlast both. One that is there
     * is read on the caller's connection, so that many who begin at once do not each wait for a second one.
     */
    private byte[] kept() {
        return read().orElseGet(() -> Objects.requireNonNull(own.execute(status -> made())));
    }

    private Optional<byte[]> read() {
        return jdbc.sql("select value from lead_secret where name = 'hash'")
                .query((row, any) -> row.getBytes(1))
                .optional();
    }

    private byte[] made() {
        byte[] made = new byte[32];
        new SecureRandom().nextBytes(made);
        jdbc.sql("insert into lead_secret (name, value) values ('hash', ?) on conflict do nothing")
                .param(HexFormat.of().formatHex(made).getBytes(StandardCharsets.US_ASCII))
                .update();
        return read().orElseThrow();
    }
}
