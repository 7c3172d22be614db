package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be reached how. No channel without a basis; on each channel the latest statement counts,
 * and of one moment's statements the objection.
 */
@Service
public class Consents {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Objections objections;
    private final Story story;

    Consents(JdbcClient jdbc, Clock clock, Objections objections, Story story) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.objections = objections;
        this.story = story;
    }

    private record Contact(
            @Nullable String email,
            @Nullable String phone,
            String origin,
            @Nullable String external) {

        Stream<String> identifiers(Channel channel) {
            return Stream.of(
                            channel == Channel.CALL ? null : tagged("email", email),
                            channel == Channel.MAIL ? null : tagged("phone", phone),
                            external == null ? null : "external:" + origin + "\u001f" + external)
                    .flatMap(Stream::ofNullable);
        }

        private static @Nullable String tagged(String kind, @Nullable String value) {
            return value == null ? null : kind + ":" + value;
        }
    }

    /**
     * Records what a person said, or what was said for them.
     *
     * @throws NotFound when there is no such lead
     */
    @Transactional
    public void say(UUID leadId, Statement statement, String source, @Nullable String person) {
        record(leadId, List.of(statement), source, person, true);
    }

    /**
     * How a lead may be reached, and since when it is known; read at once, for every lead is rated.
     */
    record Reach(Set<Channel> permitted, Instant capturedAt) {}

    /** The channels on which this lead may be reached now. */
    public Set<Channel> permitted(UUID leadId) {
        return reach(leadId).permitted();
    }

    Reach reach(UUID leadId) {
        Map<Channel, Boolean> latest = new HashMap<>();
        return jdbc
                .sql(
                        """
                        select l.email, l.phone, l.phone_e164, l.origin, l.external_id, l.captured_at,
                               c.channel, c.given
                        from lead l left join lateral
                            (select distinct on (channel) channel, given from lead_consent
                             where lead_id = l.id order by channel, at desc, number desc) c on true
                        where l.id = ?
                        """)
                .param(leadId)
                .query(
                        (row, any) -> {
                            String channel = row.getString("channel");
                            if (channel != null) {
                                latest.put(Channel.valueOf(channel), row.getBoolean("given"));
                            }
                            return Map.entry(contact(row), Sql.instant(row, "captured_at"));
                        })
                .list()
                .stream()
                .findFirst()
                .map(lead -> new Reach(permitted(lead.getKey(), latest), lead.getValue()))
                .orElseThrow(() -> missing(leadId));
    }

    private static Set<Channel> permitted(Contact contact, Map<Channel, Boolean> latest) {
        Set<Channel> permitted = EnumSet.noneOf(Channel.class);
        if (contact.email() != null && Boolean.TRUE.equals(latest.get(Channel.MAIL))) {
            permitted.add(Channel.MAIL);
        }
        if (contact.phone() != null && Boolean.TRUE.equals(latest.get(Channel.CALL))) {
            permitted.add(Channel.CALL);
        }
        boolean onlyByExternalId =
                contact.external() != null && contact.email() == null && contact.phone() == null;
        boolean objectedToAll =
                Boolean.FALSE.equals(latest.get(Channel.MAIL))
                        && Boolean.FALSE.equals(latest.get(Channel.CALL));
        if (onlyByExternalId
                && !Boolean.FALSE.equals(latest.get(Channel.AT_SOURCE))
                && !objectedToAll) {
            permitted.add(Channel.AT_SOURCE);
        }
        return permitted;
    }

    /** Newest first. */
    public List<ConsentView> of(UUID leadId) {
        return jdbc.sql(
                        """
                        select * from lead_consent where lead_id = ?
                        order by at desc, number desc
                        """)
                .param(leadId)
                .query(
                        (row, any) ->
                                new ConsentView(
                                        Channel.valueOf(row.getString("channel")),
                                        row.getBoolean("given"),
                                        row.getString("purpose"),
                                        row.getString("basis"),
                                        row.getString("wording"),
                                        row.getString("source"),
                                        row.getString("person"),
                                        Sql.instant(row, "at")))
                .list();
    }

    /** As {@link #say}, for several; a capture tells its own story of it. */
    void record(
            UUID leadId,
            List<Statement> statements,
            String source,
            @Nullable String person,
            boolean tell) {
        if (statements.isEmpty()) {
            return;
        }
        Contact contact = contact(leadId);
        List<Statement> objectionsLast =
                statements.stream().sorted(Comparator.comparing(each -> !each.given())).toList();
        for (Statement each : objectionsLast) {
            Instant at = each.at() == null ? clock.instant() : each.at();
            insert(leadId, each, at, source, person);
            if (each.given()) {
                objections.forget(each.channel(), contact.identifiers(each.channel()));
            } else {
                objections.remember(each.channel(), contact.identifiers(each.channel()));
            }
            if (tell) {
                story.tell(
                        leadId,
                        "consent",
                        Map.of("channel", each.channel().name(), "given", each.given()));
            }
        }
    }

    /**
     * What is declared about everyone counts only where nothing was said about this person: it
     * never lifts an objection.
     */
    void declared(UUID leadId, List<Statement> statements, String source, @Nullable String person) {
        if (statements.isEmpty()) {
            return;
        }
        Set<Channel> said =
                jdbc.sql("select distinct channel from lead_consent where lead_id = ?")
                        .param(leadId)
                        .query((row, any) -> Channel.valueOf(row.getString(1)))
                        .set();
        for (Statement each : statements) {
            if (!said.contains(each.channel())) {
                insert(leadId, each, clock.instant(), source, person);
            }
        }
    }

    /** Carries earlier objections of the same person over to a lead that has just become known. */
    void carryOver(UUID leadId, CheckedCapture checked) {
        String phone = checked.phoneE164();
        Contact contact =
                new Contact(
                        checked.value(Field.EMAIL),
                        phone == null ? checked.value(Field.PHONE) : phone,
                        checked.origin().name(),
                        checked.value(Field.EXTERNAL_ID));
        Set<String> identifiers = new HashSet<>();
        for (Channel channel : Channel.values()) {
            contact.identifiers(channel).forEach(identifiers::add);
        }
        Set<Objections.Objected> objected = objections.against(identifiers);
        for (Channel channel : Channel.values()) {
            if (contact.identifiers(channel)
                    .anyMatch(each -> objected.contains(new Objections.Objected(channel, each)))) {
                insert(
                        leadId,
                        Statement.objection(channel),
                        clock.instant(),
                        "earlier objection",
                        null);
            }
        }
    }

    private void insert(
            UUID leadId, Statement said, Instant at, String source, @Nullable String person) {
        jdbc.sql(
                        """
                        insert into lead_consent (id, lead_id, channel, given, purpose, basis,
                            wording, source, person, at, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        leadId,
                        said.channel().name(),
                        said.given(),
                        said.purpose(),
                        said.basis(),
                        said.wording(),
                        source,
                        person,
                        Sql.time(at),
                        Sql.time(clock.instant()))
                .update();
    }

    private Contact contact(UUID leadId) {
        return jdbc.sql(
                        "select email, phone, phone_e164, origin, external_id from lead where id = ?")
                .param(leadId)
                .query((row, any) -> contact(row))
                .optional()
                .orElseThrow(() -> missing(leadId));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        String e164 = row.getString("phone_e164");
        return new Contact(
                row.getString("email"),
                e164 == null ? row.getString("phone") : e164,
                row.getString("origin"),
                row.getString("external_id"));
    }

    private static NotFound missing(UUID leadId) {
        return new NotFound("There is no lead with the id " + leadId + ".");
    }
}
