package org.leadrelay.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Laps as the boards count them, for the tests of what is shown of them; no journey runs. */
public final class LapRows {

    private final JdbcClient jdbc;

    public LapRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A lap that is written in parts: {@code laps.of(lead, "Webinar", day).rejected("tooEarly").add()}. */
    public Lap of(UUID lead, String source, Instant handed) {
        return new Lap(jdbc, lead, source, handed);
    }

    /** A lap of a lead with a name, which its owner accepted three days before {@link SettableClock#MONDAY_MORNING}. */
    public UUID accepted(String owner, String name) {
        UUID lead = new LeadRows(jdbc).lead();
        jdbc.sql("update lead set name = ?, owner = ? where id = ?")
                .params(name, owner, lead)
                .update();
        of(lead, "Webinar", SettableClock.MONDAY_MORNING.minus(Duration.ofDays(3)))
                .rep(owner)
                .accepted()
                .add();
        return lead;
    }

    /** What one lap came to. */
    public static final class Lap {

        private final JdbcClient jdbc;
        private final UUID lead;
        private final String source;
        private final Instant handed;
        private String state = "UNANSWERED";
        private @Nullable String answer;
        private @Nullable String reason;
        private @Nullable String learned;
        private @Nullable String rep;
        private @Nullable Instant silent;
        private @Nullable Instant won;
        private @Nullable Long deal;
        private @Nullable String currency;
        private int lap = 1;

        private Lap(JdbcClient jdbc, UUID lead, String source, Instant handed) {
            this.jdbc = jdbc;
            this.lead = lead;
            this.source = source;
            this.handed = handed;
        }

        public Lap lap(int number) {
            lap = number;
            return this;
        }

        public Lap rep(String login) {
            rep = login;
            return this;
        }

        public Lap standing(String where) {
            state = where;
            return this;
        }

        public Lap rejected(String why) {
            state = "RECYCLED";
            answer = "rejected";
            reason = why;
            return this;
        }

        public Lap learned(String code) {
            learned = code;
            return this;
        }

        public Lap accepted() {
            state = "FOLLOW_UP";
            answer = "accepted";
            return this;
        }

        public Lap won(Instant at) {
            state = "WON";
            answer = "accepted";
            won = at;
            return this;
        }

        public Lap worth(long value, String of) {
            deal = value;
            currency = of;
            return this;
        }

        public Lap silent(Instant since) {
            silent = since;
            return this;
        }

        public void add() {
            boolean accepted = "accepted".equals(answer);
            boolean rejected = "rejected".equals(answer);
            jdbc.sql("""
                insert into lap_fact (lead_id, journey, lap, first, laps, returned, source, captured_at, lacks, state,
                    began_at, rated_at, fit, maturity, route, handed_at, given_at, journey_handed_at, missed, rep, owner,
                    answered_at, answer, accepted_at, journey_accepted_at, rejected_at, reason, learned, no_word_at, won_at,
                    lap_won_at, deal_value, currency, changed, captured_w, given_w, answered_w)
                values (:lead, 1, :lap, :first, 1, false, :source, :handed, '{}', :state,
                    :handed, :handed, 'A', 3, 'handOff', :handed, :handed, :handed, 0, :rep, :rep,
                    :answered, :answer, :accepted, :accepted, :rejected, :reason, :learned, :silent, :won,
                    :won, :deal, :currency, '{}', 0, 0, :worked)
                """)
                    .param("lead", lead)
                    .param("lap", lap)
                    .param("first", lap == 1)
                    .param("source", source)
                    .param("handed", Sql.time(handed))
                    .param("state", state)
                    .param("rep", rep)
                    .param("answered", answer == null ? null : Sql.time(handed.plusSeconds(3600)))
                    .param("answer", answer)
                    .param("accepted", accepted ? Sql.time(handed.plusSeconds(3600)) : null)
                    .param("rejected", rejected ? Sql.time(handed.plusSeconds(3600)) : null)
                    .param("reason", reason)
                    .param("learned", learned)
                    .param("silent", Sql.timeOrNull(silent))
                    .param("won", Sql.timeOrNull(won))
                    .param("deal", deal)
                    .param("currency", currency)
                    .param("worked", answer == null ? null : 3600L)
                    .update();
        }
    }
}
