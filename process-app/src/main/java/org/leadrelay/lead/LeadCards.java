package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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
import org.springframework.transaction.annotation.Transactional;

/** Queries of leads for screens and REST. A card is many, on one connection and in no transaction. */
@Service
public class LeadCards {

    private static final String ROWS = """
        select l.*, j.step, j.step_name, j.end_kind, j.route, j.priority, j.fit, j.maturity, j.lap
        from lead l join journey j on j.id = l.journey_id\
        """;

    private static final String COUNT = "select count(*) from lead l join journey j on j.id = l.journey_id";

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
    @Transactional(readOnly = true)
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
    @Transactional(readOnly = true)
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
        Map<String, StoredFact> stated = known.stated(id);
        return jdbc.sql("select * from lead where id = ?")
                .param(id)
                .query((row, any) -> card(row, all, stated, owners))
                .single();
    }

    private LeadCard card(
            ResultSet row, List<Journey> all, Map<String, StoredFact> stated, @Nullable Set<String> owners)
            throws SQLException {
        UUID id = Sql.uuid(row, "id");
        String email = row.getString("email");
        Map<String, StoredFact> facts = PersonName.agree(stated);
        ConsentStanding standing = consents.standing(id);
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
                known.shown(facts),
                known.history(id, stated),
                known.claims(id, facts),
                standing.shown(),
                standing.permitted(contact(row)),
                captures(id),
                pitches.of(id, facts, row.getString("source")),
                company.of(id, row.getString("company"), email, owners));
    }

    /** None of a lead whose import was undone. */
    private static ContactPoint contact(ResultSet row) throws SQLException {
        String origin = row.getString("origin");
        if (row.getObject("undone_at") != null) {
            return new ContactPoint(null, null, origin, null);
        }
        String number = row.getString("phone_e164");
        return new ContactPoint(
                row.getString("email"),
                number == null ? row.getString("phone") : number,
                origin,
                row.getString("external_id"));
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
        List<LeadRow> items = jdbc.sql(ROWS + chosen.where() + chosen.order() + " limit ? offset ?")
                .params(chosen.params())
                .params(query.size(), (long) query.page() * query.size())
                .query((row, any) -> row(row))
                .list();
        long total = jdbc.sql(COUNT + chosen.where())
                .params(chosen.params())
                .query(Long.class)
                .single();
        return new Page<>(items, total);
    }

    /**
     * Of these leads one page of those that the actor may see.
     *
     * @param first come before the others, which come as they were captured
     */
    public Page<LeadRow> among(Collection<UUID> leads, Collection<UUID> first, Actor actor, int offset, int limit) {
        LeadSelection chosen = LeadSelection.of(LeadQuery.first(limit), visibility.owners(actor));
        UUID[] asked = leads.toArray(UUID[]::new);
        List<LeadRow> items = jdbc.sql(ROWS + chosen.where() + " and l.id = any(?)"
                        + " order by l.id = any(?) desc, l.captured_at, l.id limit ? offset ?")
                .params(chosen.params())
                .param(asked)
                .param(first.toArray(UUID[]::new))
                .params(limit, offset)
                .query((row, any) -> row(row))
                .list();
        long total = jdbc.sql(COUNT + chosen.where() + " and l.id = any(?)")
                .params(chosen.params())
                .param(asked)
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
