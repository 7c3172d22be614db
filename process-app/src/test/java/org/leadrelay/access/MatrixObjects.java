package org.leadrelay.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.WhoMayWhat.Caller;
import org.leadrelay.access.WhoMayWhat.Whose;
import org.leadrelay.calendar.CalendarUsers;
import org.leadrelay.intake.ImportMapping;
import org.leadrelay.intake.Imports;
import org.leadrelay.intake.Mappings;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Sha256;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.worklist.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What belongs to each of the people of the access matrix, made when an operation names it. */
final class MatrixObjects {

    @Autowired
    People logins;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Desk desk;

    @Autowired
    CurrentPerson person;

    @Autowired
    ApiKeys keys;

    @Autowired
    Teams teams;

    @Autowired
    Mandates mandates;

    @Autowired
    CalendarUsers calendars;

    @Autowired
    Imports imports;

    @Autowired
    Mappings mappings;

    @Autowired
    JourneyLog log;

    @Autowired
    LeadCapture captures;

    @Autowired
    EngineDriver engine;

    @Autowired
    TransactionOperations transactions;

    private final MatrixPeople everybody;
    private final Map<String, Map<String, String>> shared = new HashMap<>();

    MatrixObjects(MatrixPeople everybody) {
        this.everybody = everybody;
    }

    /**
     * The object that an operation names, as values of the variables in its path; empty where this
     * caller has none like that.
     */
    Optional<Map<String, String>> object(String kind, Caller caller, Whose whose) {
        return switch (kind) {
            case "-" -> only(whose, Map.of());
            case "lead", "lead listed" -> lead(caller, whose);
            case "claim" -> lead(caller, whose).map(this::claim);
            case "task", "task listed", "held task", "fresh task" -> task(caller, whose, kind.startsWith("fresh"));
            case "promise", "promise listed" -> holder(caller, whose).map(this::promiseOf);
            case "mandate" -> mine(caller, whose).map(this::mandate);
            case "rep", "rep listed" -> rep(caller, whose).map(this::repOf);
            case "absence" ->
                rep(caller, whose)
                        .map(each -> Map.of("login", each, "id", absence(each).toString()));
            case "team" -> team(whose);
            case "fresh team" -> only(whose, Map.of("id", freshTeam().toString()));
            case "role" -> only(whose, Map.of("name", freshRole()));
            case "person" -> only(whose, Map.of("login", MatrixPeople.BYSTANDER));
            case "saved view" -> mine(caller, whose).map(this::view);
            case "notice" -> mine(caller, whose).map(this::notice);
            case "key" -> only(whose, Map.of("id", key().toString()));
            case "mail" -> only(whose, Map.of("id", mail().toString()));
            case "unsubscribe link" -> only(whose, Map.of("token", mailLink("unsubscribe", null)));
            case "page link" -> only(whose, Map.of("token", mailLink("click", "https://www.firm.example/guide")));
            case "login block" -> only(whose, Map.of("id", loginBlock()));
            case "skill" -> only(whose, skill());
            case "calendar" -> only(whose, Map.of("id", calendar()));
            case "pair" -> only(whose, Map.of("id", pair().toString()));
            case "consent case" -> only(whose, Map.of("id", consentCase().toString()));
            case "import" -> only(whose, imported("done"));
            case "import draft" -> only(whose, imported("draft"));
            case "mapping" -> only(whose, mapping());
            case "declaration" -> only(whose, declaration());
            case "logged lead" -> only(whose, Map.of("id", logged().toString()));
            case "failed job" -> only(whose, Map.of("id", failedJob()));
            case "verification" -> only(whose, Map.of("id", verification().toString()));
            default ->
                throw new IllegalStateException(
                        "%s names the object '%s': teach MatrixObjects to make one.".formatted(WhoMayWhat.FILE, kind));
        };
    }

    /** What belongs to nobody in particular is everybody's alike. */
    private static Optional<Map<String, String>> only(Whose whose, Map<String, String> object) {
        return whose == Whose.FOREIGN ? Optional.of(object) : Optional.empty();
    }

    private Optional<Map<String, String>> lead(Caller caller, Whose whose) {
        if (caller.isKey()) {
            return whose == Whose.TEAM
                    ? Optional.empty()
                    : Optional.of(shared.computeIfAbsent(
                            "key lead " + whose,
                            any -> leadOf(null, whose == Whose.OWN ? "mx-origin" : "mx-elsewhere")));
        }
        return rep(caller, whose)
                .map(owner -> shared.computeIfAbsent("lead of " + owner, any -> leadOf(owner, "test")));
    }

    /** The rep whose object it is: the caller, if a rep, a mate, or one of another team. */
    private static Optional<String> rep(Caller caller, Whose whose) {
        return switch (whose) {
            case OWN -> caller == Caller.SALES_REP ? Optional.of(MatrixPeople.login(caller)) : Optional.empty();
            case TEAM -> Optional.of(MatrixPeople.MATE);
            case FOREIGN -> Optional.of(MatrixPeople.STRANGER);
        };
    }

    /** The side for which this person signs. */
    private Map<String, String> mandate(String login) {
        asProduct(() -> mandates.give(Mandate.HEAD_OF_MARKETING, login, Set.of(), null));
        return Map.of("mandate", Mandate.HEAD_OF_MARKETING.code());
    }

    private Map<String, String> repOf(String login) {
        asProduct(() -> {
            calendars.giveRep(login, "default");
            return null;
        });
        return Map.of("login", login, "token", login);
    }

    private static Optional<String> mine(Caller caller, Whose whose) {
        return switch (whose) {
            case OWN -> caller.isRole() ? Optional.of(MatrixPeople.login(caller)) : Optional.empty();
            case TEAM -> Optional.empty();
            case FOREIGN -> Optional.of(MatrixPeople.MATE);
        };
    }

    private static Optional<String> holder(Caller caller, Whose whose) {
        return whose == Whose.OWN && caller.isRole() ? Optional.of(MatrixPeople.login(caller)) : rep(caller, whose);
    }

    private Map<String, String> leadOf(String owner, String origin) {
        UUID id = desk.lead("Matrix " + UUID.randomUUID(), "Firm", "Webinar");
        jdbc.sql("""
            update lead set owner = ?, origin = ?,
                journey_id = (select id from journey where lead_id = lead.id)
            where id = ?
            """).params(owner, origin, id).update();
        jdbc.sql("insert into lead_record (origin, record, lead_id, hash) values (?, ?, ?," + " ''::bytea)")
                .params(origin, "id:" + id, id)
                .update();
        return Map.of("id", id.toString(), "owner", String.valueOf(owner), "token", id.toString());
    }

    private String failedJob() {
        return asProduct(() -> engine.giveUpJob(captures.capture(
                        new Capture(
                                Map.of(Field.EXTERNAL_ID, UUID.randomUUID().toString()), List.of(), List.of(), null),
                        new Origin("mx-origin", Origin.Kind.API, "Web", "tests", null))
                .leadId()));
    }

    private Map<String, String> claim(Map<String, String> lead) {
        UUID id = UUID.randomUUID();
        jdbc.sql("delete from lead_claim where lead_id = ?")
                .param(UUID.fromString(lead.get("id")))
                .update();
        jdbc.sql("""
            insert into lead_claim (id, lead_id, name, label, typed, origin, at,
                decision, decided_by, decided_at)
            values (?, ?, 'company', 'Company', 'Other firm', 'web-to-lead', ?,
                'dismissed', 'system', ?)
            """).params(id, UUID.fromString(lead.get("id")), now(), now()).update();
        return Map.of("id", lead.get("id"), "claim", id.toString());
    }

    private Optional<Map<String, String>> task(Caller caller, Whose whose, boolean fresh) {
        if (whose == Whose.OWN) {
            return caller.isRole() && caller != Caller.AUDITOR && caller != Caller.ADMINISTRATOR
                    ? Optional.of(taskOf(caller.code(), MatrixPeople.login(caller), fresh))
                    : Optional.empty();
        }
        return Optional.of(
                taskOf(Roles.SALES_REP, whose == Whose.TEAM ? MatrixPeople.MATE : MatrixPeople.STRANGER, fresh));
    }

    private Map<String, String> taskOf(String role, String assignee, boolean fresh) {
        Supplier<Map<String, String>> make = () -> {
            UUID lead = desk.lead();
            String id = desk.task(lead, "Activity_Matrix", role, assignee, "normal", Duration.ofDays(2));
            return Map.of("id", id, "token", id, "task", id, "lead", lead.toString());
        };
        return fresh ? make.get() : shared.computeIfAbsent("task of " + assignee, any -> make.get());
    }

    private Map<String, String> promiseOf(String holder) {
        return shared.computeIfAbsent(
                "promise of " + holder, any -> promiseRow(desk.lead("Promised", "Firm", "Webinar"), holder));
    }

    private Map<String, String> promiseRow(UUID lead, String holder) {
        UUID id = UUID.randomUUID();
        OffsetDateTime due = now().minusHours(1);
        jdbc.sql("""
            insert into promise (id, lead_id, clause, element, priority, charter_version,
                calendar_version, work, opened_at, due_at, state, broken_at, ended_at,
                arithmetic_en, arithmetic_de, role, holder)
            values (?, ?, 'answerHandOff', 'Activity_Matrix', 'normal', 1, 1, 'PT1H', ?, ?,
                'broken', ?, ?, '', '', 'sales-rep', ?)
            """)
                .params(id, lead, due.minusHours(1), due, due, now(), holder)
                .update();
        return Map.of("id", id.toString(), "token", lead.toString());
    }

    private UUID absence(String login) {
        jdbc.sql("delete from rep_absence where login = ?").param(login).update();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into rep_absence (id, login, from_at, until_at, set_by)
            values (?, ?, ?, ?, 'system')
            """).params(id, login, now().plusDays(30), now().plusDays(31)).update();
        return id;
    }

    private Optional<Map<String, String>> team(Whose whose) {
        return switch (whose) {
            case OWN -> Optional.empty();
            case TEAM -> Optional.of(teamOf(everybody.ownTeam()));
            case FOREIGN -> Optional.of(teamOf(everybody.otherTeam()));
        };
    }

    private Map<String, String> teamOf(UUID team) {
        asProduct(() -> {
            calendars.giveTeam(team, "default");
            return null;
        });
        return Map.of("team", team.toString(), "id", team.toString());
    }

    private Map<String, String> skill() {
        jdbc.sql("""
            insert into skill (id, label_en, label_de) values ('matrix', 'M', 'M')
            on conflict do nothing
            """).update();
        return Map.of("id", "matrix");
    }

    private String loginBlock() {
        return jdbc.sql("""
            insert into login_attempt (kind, login, failures, since, last_at, blocked_until)
            values ('login', ?, 5, ?, ?, ?) returning id
            """)
                .params("mx-" + UUID.randomUUID(), now(), now(), now().plusHours(1))
                .query(String.class)
                .single();
    }

    private UUID freshTeam() {
        return asProduct(
                () -> teams.create("Matrix " + UUID.randomUUID(), Set.of()).id());
    }

    private Map<String, String> view(String login) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into saved_view (id, person, name, query, saved_at)" + " values (?, ?, ?, '{}'::jsonb, ?)")
                .params(id, login, id.toString(), now())
                .update();
        return Map.of("id", id.toString());
    }

    private Map<String, String> notice(String login) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into notice (id, recipient, key, kind, at) values (?, ?, ?," + " 'reminded', ?)")
                .params(id, login, id.toString(), now())
                .update();
        return Map.of("id", id.toString());
    }

    private UUID key() {
        return asProduct(() -> keys.create("mx-" + UUID.randomUUID(), "mx-nobody", null, Set.of(KeyScope.LEADS))
                .key()
                .id());
    }

    private UUID mail() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into mail_outbox (id, key, login, template, state, next_try, created_at)
            values (?, ?, ?, 'notice', 'failed', ?, ?)
            """)
                .params(id, id.toString(), MatrixPeople.BYSTANDER, now(), now())
                .update();
        return id;
    }

    /** The token of a link in a mail whose lead is gone. */
    private String mailLink(String purpose, @Nullable String target) {
        String token = UUID.randomUUID().toString().replace("-", "").substring(0, 26);
        jdbc.sql("""
            insert into mail_token (hash, purpose, mail_id, message, address, track, template, target, made_at)
            values (?, ?, gen_random_uuid(), gen_random_uuid(), ?, 'awareness', 'awareness-1', ?, ?)
            """)
                .params(Sha256.of(token.getBytes(UTF_8)), purpose, Sha256.of(new byte[0]), target, now())
                .update();
        return token;
    }

    /** A lead with a line of which nobody asks what it says. */
    private UUID logged() {
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(status -> log.add(id, Kind.SIGNAL, Map.of("signal", "visit")));
        return id;
    }

    private UUID verification() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into audit_verification (id, scope, lead_id, state, asked_by, asked_at)
            values (?, 'lead', gen_random_uuid(), 'queued', ?, ?)
            """).params(id, MatrixPeople.BYSTANDER, now()).update();
        return id;
    }

    private String calendar() {
        return jdbc.sql("select calendar_id from business_calendar order by version limit 1")
                .query(String.class)
                .single();
    }

    private UUID pair() {
        UUID one = desk.lead();
        UUID other = desk.lead();
        boolean first = one.toString().compareTo(other.toString()) < 0;
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into duplicate_case (id, lead_a, lead_b, reason, opened_at)" + " values (?, ?, ?, 'phone', ?)")
                .params(id, first ? one : other, first ? other : one, now())
                .update();
        return id;
    }

    private UUID consentCase() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into lead_consent (id, lead_id, channel, given, purpose, basis, source,
                at, recorded_at, kind)
            values (?, ?, 'MAIL', true, 'marketing', 'consent', 'test', ?, ?,
                'DATED_RECORD')
            """).params(id, desk.lead(), now(), now()).update();
        return id;
    }

    private Map<String, String> imported(String state) {
        return shared.computeIfAbsent("import " + state, any -> {
            byte[] file = "email,company\nx@firm.example,Firm\n".getBytes(UTF_8);
            UUID id = asMarketing(() -> imports.upload("m.csv", new ByteArrayInputStream(file)));
            jdbc.sql("update import_job set state = ?, finished_at = ? where id = ?")
                    .params(state, state.equals("done") ? now() : null, id)
                    .update();
            return Map.of("id", id.toString());
        });
    }

    private Map<String, String> mapping() {
        asMarketing(() -> mappings.save("matrix", ImportMapping.byNames(), person.get()));
        return Map.of("name", "matrix");
    }

    private Map<String, String> declaration() {
        jdbc.sql("""
            insert into declaration (scope, name, mail, call, basis)
            values ('source', 'matrix', false, false, 'test') on conflict do nothing
            """).update();
        return Map.of("scope", "source", "name", "matrix");
    }

    private String freshRole() {
        String name = "mx-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("insert into role (name, label, label_de) values (?, 'Matrix', 'Matrix')")
                .param(name)
                .update();
        return name;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private <T> T asMarketing(Supplier<T> work) {
        return person.as(
                Actor.person(
                        MatrixPeople.MATE,
                        MatrixPeople.MATE,
                        Set.of(Roles.MARKETING),
                        logins.actor(logins.get(MatrixPeople.login(Caller.MARKETING)))
                                .permissions(),
                        Set.of()),
                work);
    }

    private <T> T asProduct(Supplier<T> work) {
        return person.as(Actor.SYSTEM, work);
    }
}
