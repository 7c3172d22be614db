package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Queries of leads for screens and REST. */
@Service
public class LeadCards {

    private final JdbcClient jdbc;
    private final LeadLabels labels;
    private final KnownFacts known;
    private final PitchReader pitches;
    private final CompanyLeads company;
    private final Consents consents;
    private final Visibility visibility;
    private final Identities identities;

    LeadCards(
            JdbcClient jdbc,
            LeadLabels labels,
            KnownFacts known,
            PitchReader pitches,
            CompanyLeads company,
            Consents consents,
            Visibility visibility,
            Identities identities) {
        this.jdbc = jdbc;
        this.labels = labels;
        this.known = known;
        this.pitches = pitches;
        this.company = company;
        this.consents = consents;
        this.visibility = visibility;
        this.identities = identities;
    }

    /**
     * The card, for whoever may see this lead.
     *
     * @throws NotFound when there is no such lead, or the actor may not see it
     */
    public LeadCard card(UUID leadId, Actor actor) {
        Set<String> owners = visibility.owners(actor);
        LeadCard card = read(leadId, owners);
        if (owners != null && (card.owner() == null || !owners.contains(card.owner()))) {
            throw Visibility.missing(leadId);
        }
        return card;
    }

    /**
     * What the lead is called, for whoever may see it: one query where a card takes many.
     *
     * @throws NotFound when there is no such lead, or the actor may not see it
     */
    public LeadName name(UUID leadId, Actor actor) {
        Set<String> owners = visibility.owners(actor);
        return named(leadId)
                .filter(lead -> owners == null || (lead.owner() != null && owners.contains(lead.owner())))
                .orElseThrow(() -> Visibility.missing(leadId));
    }

    /** The same without asking who looks. */
    public LeadName name(UUID leadId) {
        return named(leadId).orElseThrow(() -> Visibility.missing(leadId));
    }

    private Optional<LeadName> named(UUID leadId) {
        return jdbc.sql("""
            select s.* from lead l join lead s on s.id = coalesce(l.merged_into, l.id) where l.id = ?
            """)
                .param(leadId)
                .query((row, any) ->
                        new LeadName(Sql.uuid(row, "id"), name(row), row.getString("company"), row.getString("owner")))
                .optional();
    }

    /** The card without asking who looks; of a merged lead that of the survivor. */
    public LeadCard card(UUID leadId) {
        return read(leadId, null);
    }

    /**
     * @param owners whose leads may be named beside it; null for everybody's
     */
    private LeadCard read(UUID leadId, @Nullable Set<String> owners) {
        UUID id = jdbc.sql("select coalesce(merged_into, id) from lead where id = ?")
                .param(leadId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Visibility.missing(leadId));
        List<Journey> all = labels.journeys(id);
        Map<String, StoredFact> facts = known.stored(id);
        return jdbc.sql("select * from lead where id = ?")
                .param(id)
                .query((row, any) -> card(row, all, facts, owners))
                .single();
    }

    private LeadCard card(
            ResultSet row, List<Journey> all, Map<String, StoredFact> stored, @Nullable Set<String> owners)
            throws SQLException {
        UUID id = Sql.uuid(row, "id");
        String email = row.getString("email");
        return new LeadCard(
                id,
                name(row),
                row.getString("first_name"),
                row.getString("last_name"),
                email,
                identities.emails(id).stream()
                        .filter(each -> !each.equals(email))
                        .toList(),
                row.getString("phone"),
                row.getString("company"),
                row.getString("title"),
                row.getString("website"),
                row.getString("city"),
                row.getString("country"),
                row.getString("source"),
                row.getString("campaign"),
                row.getString("origin"),
                row.getString("external_id"),
                row.getString("owner"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "captured_at"),
                all.get(0),
                all,
                known.shown(stored),
                known.history(id),
                known.claims(id, stored),
                consents.of(id),
                consents.permitted(id),
                captures(id),
                pitches.of(id, stored, row.getString("source")),
                company.of(id, row.getString("company"), email, owners));
    }

    private List<CaptureView> captures(UUID id) {
        return jdbc.sql("select * from lead_capture where lead_id = ? order by at desc limit 200")
                .param(id)
                .query((row, any) -> new CaptureView(
                        Sql.instant(row, "at"),
                        row.getString("outcome"),
                        row.getString("kind"),
                        row.getString("origin"),
                        row.getString("source"),
                        row.getString("campaign"),
                        row.getString("person")))
                .list();
    }

    /** One page of the leads that the actor may see. */
    public Page<LeadRow> page(LeadQuery query, Actor actor) {
        LeadSelection chosen = LeadSelection.of(query, visibility.owners(actor));
        List<LeadRow> items = jdbc.sql("select l.*, j.step, j.step_name, j.end_kind, j.route, j.priority,"
                        + " j.fit, j.maturity, j.lap from lead l"
                        + " join journey j on j.id = l.journey_id"
                        + chosen.where()
                        + chosen.order()
                        + " limit ? offset ?")
                .params(chosen.params())
                .params(query.size(), (long) query.page() * query.size())
                .query((row, any) -> row(row))
                .list();
        long total = jdbc.sql("select count(*) from lead l join journey j on j.id = l.journey_id" + chosen.where())
                .params(chosen.params())
                .query(Long.class)
                .single();
        return new Page<>(items, total);
    }

    private LeadRow row(ResultSet row) throws SQLException {
        int maturity = row.getInt("maturity");
        boolean unrated = row.wasNull();
        return new LeadRow(
                Sql.uuid(row, "id"),
                name(row),
                row.getString("email"),
                row.getString("phone"),
                row.getString("company"),
                row.getString("source"),
                row.getString("campaign"),
                row.getString("origin"),
                row.getString("external_id"),
                row.getString("owner"),
                row.getString("step"),
                labels.step(row.getString("step"), row.getString("step_name")),
                row.getString("end_kind"),
                row.getString("route"),
                row.getString("priority"),
                row.getString("fit"),
                unrated ? null : maturity,
                row.getLong("lap"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "captured_at"));
    }

    static String name(ResultSet row) throws SQLException {
        String number = row.getString("number");
        String external = row.getString("external_id");
        return Optional.ofNullable(row.getString("name"))
                .or(() -> optional(row, "email"))
                .or(() -> optional(row, "company"))
                .or(() -> Stream.of(number, external)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .map(found -> "#" + found))
                .or(() -> optional(row, "phone"))
                .orElse("lead");
    }

    private static Optional<String> optional(ResultSet row, String column) {
        try {
            return Optional.ofNullable(row.getString(column));
        } catch (SQLException e) {
            throw new IllegalStateException("No column " + column, e);
        }
    }
}
