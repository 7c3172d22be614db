package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

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

    /** What identifies a lead, and where it may be reached. */
    record Contact(
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

    /** Records what a person said, or what was said for them. */
    void say(Lead lead, Statement statement, String source, @Nullable String person) {
        record(lead, List.of(statement), source, person, true);
    }

    /** The channels on which this lead may be reached now. */
    public Set<Channel> permitted(UUID leadId) {
        Map<Channel, Boolean> latest = new HashMap<>();
        return jdbc
                .sql(
                        """
                        select l.email, l.phone, l.phone_e164, l.origin,
                               case when l.undone_at is null then l.external_id end as external_id,
                               c.channel, c.given
                        from lead l left join lateral
                            (select distinct on (channel) channel, given from lead_consent
                             where lead_id = l.id order by channel, at desc, number desc) c
                            on l.undone_at is null
                        where l.id = ?
                        """)
                .param(leadId)
                .query(
                        (row, any) -> {
                            String channel = row.getString("channel");
                            if (channel != null) {
                                latest.put(Channel.valueOf(channel), row.getBoolean("given"));
                            }
                            return contact(row);
                        })
                .list()
                .stream()
                .findFirst()
                .map(contact -> permitted(contact, latest))
                .orElseThrow(() -> Visibility.missing(leadId));
    }

    /**
     * @param latest what was said last on each channel, true for a consent
     */
    static Set<Channel> permitted(Contact contact, Map<Channel, Boolean> latest) {
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
            Lead lead,
            List<Statement> statements,
            String source,
            @Nullable String person,
            boolean tell) {
        if (statements.isEmpty()) {
            return;
        }
        UUID leadId = lead.id();
        Contact contact = lead.contact();
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
        OffsetDateTime now = Sql.time(clock.instant());
        jdbc.sql(
                        """
                        insert into lead_consent (id, lead_id, channel, given, purpose, basis,
                            wording, source, person, at, recorded_at)
                        select gen_random_uuid(), ?, s.channel, s.given, s.purpose, s.basis,
                            s.wording, ?, ?, ?, ?
                        from unnest(?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                            with ordinality as s (channel, given, purpose, basis, wording, i)
                        where not exists (select 1 from lead_consent c
                            where c.lead_id = ? and c.channel = s.channel)
                        order by s.i
                        """)
                .params(
                        leadId,
                        source,
                        person,
                        now,
                        now,
                        texts(statements, each -> each.channel().name()),
                        statements.stream().map(Statement::given).toArray(Boolean[]::new),
                        texts(statements, Statement::purpose),
                        texts(statements, Statement::basis),
                        texts(statements, Statement::wording),
                        leadId)
                .update();
    }

    private static @Nullable String[] texts(
            List<Statement> statements, Function<Statement, @Nullable String> part) {
        return statements.stream().map(part).toArray(String[]::new);
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

    private static Contact contact(ResultSet row) throws SQLException {
        String e164 = row.getString("phone_e164");
        return new Contact(
                row.getString("email"),
                e164 == null ? row.getString("phone") : e164,
                row.getString("origin"),
                row.getString("external_id"));
    }
}
