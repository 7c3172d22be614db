package org.leadrelay.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Table of the tokens in mails, by their hash. */
@Component
class MailTokenTable {

    private static final int MOST_IN_HAND = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transactions;

    /** A mail that its server does not take yet is written again and again, and keeps its tokens on this node. */
    private final Map<String, CarriedTokens> inHand =
            Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CarriedTokens> eldest) {
                    return size() > MOST_IN_HAND;
                }
            });

    MailTokenTable(JdbcClient jdbc, Clock clock, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * The tokens of a mail that is about to leave. They are committed before it does: a node that dies in
     * between leaves tokens that no mail carries, and never a mail whose link is unknown.
     *
     * @param target where its link leads, null where it has none
     * @throws IllegalStateException within a transaction, which would commit them when the mail has left
     */
    CarriedTokens of(Mail mail, TouchAddressee to, @Nullable String target) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the tokens of mail " + mail.id() + " would be committed too late");
        }
        String carrier = mail.id() + " " + UUID.nameUUIDFromBytes(to.address()) + " " + target;
        CarriedTokens known = inHand.get(carrier);
        return known == null ? made(carrier, mail, to, target) : known;
    }

    /** Without a lock: one mail is in one hand at a time, and two that were made for it would both be known. */
    private CarriedTokens made(String carrier, Mail mail, TouchAddressee to, @Nullable String target) {
        CarriedTokens made = CarriedTokens.fresh(target != null);
        transactions.executeWithoutResult(status -> made.all().forEach(each -> add(each, mail, to, target)));
        CarriedTokens first = inHand.putIfAbsent(carrier, made);
        return first == null ? made : first;
    }

    private void add(CarriedTokens.Opening opening, Mail mail, TouchAddressee to, @Nullable String target) {
        jdbc.sql("""
            insert into mail_token (hash, purpose, mail_id, message, lead_id, address, track, template, target, made_at)
            values (:hash, :purpose, :mail, :message, :lead, :address, :track, :template, :target::text, :now)
            """)
                .param("hash", opening.token().hash())
                .param("purpose", opening.purpose().code())
                .param("mail", mail.id())
                .param("message", mail.message())
                .param("lead", to.card().id())
                .param("address", to.address())
                .param("track", to.track())
                .param("template", mail.template())
                .param("target", opening.purpose() == MailToken.Purpose.CLICK ? target : null)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** The mail that this token came with, where it opens that. */
    Optional<SentMail> find(MailToken token, MailToken.Purpose purpose) {
        return jdbc.sql("select * from mail_token where hash = ? and purpose = ?")
                .params(token.hash(), purpose.code())
                .query(MailTokenTable::mail)
                .optional();
    }

    /** The mail with this id in its Message-ID. */
    Optional<SentMail> byMessage(UUID message) {
        return jdbc.sql("""
            select * from mail_token where message = ? and purpose = 'bounce' order by made_at desc limit 1
            """).param(message).query(MailTokenTable::mail).optional();
    }

    /** How many links a mail has, with the one that nobody sees. */
    int links(UUID mailId) {
        return jdbc.sql("select count(*) from mail_token where mail_id = ? and purpose in ('click', 'trap')")
                .param(mailId)
                .query(Integer.class)
                .single();
    }

    /** Links of older mails lead nowhere any more; those to unsubscribe live for ever. */
    int removeBefore(Instant made) {
        return jdbc.sql("delete from mail_token where purpose <> 'unsubscribe' and made_at < ?")
                .param(Sql.time(made))
                .update();
    }

    private static SentMail mail(ResultSet row, int number) throws SQLException {
        return new SentMail(
                row.getBytes("hash"),
                Sql.uuid(row, "mail_id"),
                Sql.uuidOrNull(row, "lead_id"),
                row.getBytes("address"),
                row.getString("track"),
                row.getString("template"),
                row.getString("target"));
    }
}
