package org.leadrelay.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;

/** Maps rows behind a number. */
final class LeadOfNumbers {

    private LeadOfNumbers() {}

    static LeadOfNumber of(ResultSet row, ZoneId zone, BoardPeople people) throws SQLException {
        String rep = row.getString("rep");
        return new LeadOfNumber(
                row.getString("id"),
                Sql.uuid(row, "lead_id"),
                null,
                row.getInt("journey"),
                row.getInt("lap"),
                LocalDate.ofInstant(Sql.instant(row, "entered"), zone),
                day(Sql.instantOrNull(row, "reached"), zone),
                row.getString("source"),
                row.getString("fit"),
                row.getObject("maturity", Integer.class),
                row.getString("reason"),
                rep != null && people.mayTell(rep) ? rep : null,
                row.getString("end_kind"),
                row.getObject("deal_value", Long.class),
                row.getString("currency"));
    }

    private static @Nullable LocalDate day(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }
}
