package org.leadrelay.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suppression list: addresses that bounce, and mail wishes. An address is known by its keyed hash, so that another one
 * begins afresh; a wish is the person's and holds for their next address too.
 */
@Service
@Transactional
public class MailStandings {

    private static final MailStanding NOTHING_KNOWN = new MailStanding(null, List.of());

    private final JdbcClient jdbc;
    private final LeadCards cards;
    private final MailObjections addresses;
    private final JourneyLog log;
    private final Clock clock;

    MailStandings(JdbcClient jdbc, LeadCards cards, MailObjections addresses, JourneyLog log, Clock clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.addresses = addresses;
        this.log = log;
        this.clock = clock;
    }

    /** How it stands with mail to a lead. */
    @Transactional(readOnly = true)
    public MailStanding of(UUID leadId) {
        String email = email(leadId);
        return email == null ? NOTHING_KNOWN : of(leadId, addresses.fingerprint(email));
    }

    MailStanding of(UUID leadId, byte[] address) {
        MailStanding.Undeliverable undeliverable = jdbc.sql(
                        "select status, mails, since from mail_undeliverable where address = ?")
                .param(address)
                .query(MailStandings::undeliverable)
                .optional()
                .orElse(null);
        List<MailStanding.Wish> wishes =
                jdbc.sql("""
                    select wish, track, min(said_at) as said_at from mail_wish
                    where address = ? or lead_id = ? group by wish, track order by said_at, wish
                    """).params(address, leadId).query(MailStandings::wish).list();
        return new MailStanding(undeliverable, wishes);
    }

    /**
     * Mails to an address come back.
     *
     * @return whether it was not known before
     */
    boolean undeliverable(byte[] address, String status, int mails) {
        return jdbc.sql("""
            insert into mail_undeliverable (address, status, mails, since) values (?, ?, ?, ?)
            on conflict (address) do nothing
            """)
                        .params(address, status, mails, Sql.time(clock.instant()))
                        .update()
                > 0;
    }

    /**
     * Somebody wishes something about mails.
     *
     * @param leadId null where the lead is gone
     * @return whether they had not said it before
     */
    boolean wish(@Nullable UUID leadId, byte[] address, String wish, String track) {
        return jdbc.sql("""
            insert into mail_wish (address, wish, track, lead_id, said_at) values (:address, :wish, :track, :lead, :now)
            on conflict (address, wish, track) do nothing
            """)
                        .param("address", address)
                        .param("wish", wish)
                        .param("track", track)
                        .param("lead", leadId)
                        .param("now", Sql.time(clock.instant()))
                        .update()
                > 0;
    }

    /**
     * The address of a lead is tried again, as somebody knows that it takes mail. What it bounced is forgotten.
     *
     * @throws org.leadrelay.platform.NotFound when the actor may not see the lead
     */
    public void tryAgain(UUID leadId, Actor actor) {
        actor.mustHave(Permission.WORK_ON_LEADS);
        String email = cards.card(leadId, actor).email();
        if (email == null) {
            return;
        }
        byte[] address = addresses.fingerprint(email);
        jdbc.sql("delete from mail_event where address = ? and kind = 'softBounced'")
                .param(address)
                .update();
        int forgotten = jdbc.sql("delete from mail_undeliverable where address = ?")
                .param(address)
                .update();
        if (forgotten > 0) {
            log.add(leadId, Kind.MAIL_EVENT, MailNews.of("triedAgain", null));
        }
    }

    private @Nullable String email(UUID leadId) {
        return jdbc.sql("select email from lead where id = ? and email is not null")
                .param(leadId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static MailStanding.Undeliverable undeliverable(ResultSet row, int number) throws SQLException {
        return new MailStanding.Undeliverable(row.getString("status"), row.getInt("mails"), Sql.instant(row, "since"));
    }

    private static MailStanding.Wish wish(ResultSet row, int number) throws SQLException {
        return new MailStanding.Wish(row.getString("wish"), row.getString("track"), Sql.instant(row, "said_at"));
    }
}
