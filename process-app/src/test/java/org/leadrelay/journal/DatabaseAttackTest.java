package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SharedServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Privilege escalation and tampering on a connection of the application's own, as somebody would try who has taken it
 * over: the database refuses each, with the SQLSTATE that stands beside it.
 */
@ProductTest
class DatabaseAttackTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** One line after the last of the chain; each attack spoils one part of it. */
    private static final String APPEND = """
        select append_journey_lines(2::smallint, %s, 'node', array[%s]::uuid[], array[%s]::bigint[], array[now()],
            array['signal'], array['intruder'], array[null]::uuid[], array[null]::text[], array[null]::text[],
            array[null]::int[], array[null]::text[], array[null]::text[], array[null]::text[], array[null]::text[],
            array['{}'], array[%s]::bytea[], array[%s]::bytea[])
        """;

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Database database;

    private final UUID lead = UUID.randomUUID();
    private Connection application;
    private long lines;

    @BeforeEach
    void somebodyWithTheApplicationsConnection() throws SQLException {
        transactions.executeWithoutResult(status -> log.add(lead, Kind.SIGNAL, Map.of("reason", "visit")));
        lines = count();
        application = DriverManager.getConnection(database.url(), SharedServer.APPLICATION, "");
    }

    @AfterEach
    void nothingHasChanged() throws SQLException {
        application.close();
        assertThat(count()).isEqualTo(lines);
        assertThat(database.superuser()
                        .sql("select last_seq || ' ' || encode(last_hash, 'hex') from journey_chain where lead_id = ?")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo(database.superuser()
                        .sql("select seq || ' ' || encode(hash, 'hex') from journey_log where lead_id = ?")
                        .param(lead)
                        .query(String.class)
                        .single());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a line changed                  | update journey_log set person = 'nobody'
        a line removed                  | delete from journey_log
        all lines removed               | truncate journey_log
        a line past the function        | insert into journey_log select * from journey_log limit 1
        lines copied in                 | copy journey_log from stdin
        a reference given to another    | update person_ref set login = 'nobody'
        all references emptied          | truncate person_ref
        a head moved                    | update journey_chain set last_seq = 0
        a head locked                   | select * from journey_chain for update
        a head removed                  | delete from journey_chain
        a head made                     | insert into journey_chain values (gen_random_uuid(), 9, '')
        triggers switched off           | alter table journey_log disable trigger all
        one trigger switched off        | alter table journey_log disable trigger journey_log_append_only
        triggers passed as a replica    | set session_replication_role = replica
        the same for all sessions       | alter system set session_replication_role = replica
        the same for the role           | alter role leadrelay_app set session_replication_role = replica
        a trigger removed               | drop trigger journey_log_append_only on journey_log
        a trigger of one's own          | create trigger mine before insert on journey_log execute function suppress_redundant_updates_trigger()
        a rule of one's own             | create rule mine as on insert to journey_log do instead nothing
        a policy of one's own           | alter table journey_log enable row level security
        a function of one's own         | create function mine() returns int language sql return 1
        the function replaced           | create or replace function lock_journey_heads(ids uuid[]) returns table (lead_id uuid, last_seq bigint, last_hash bytea, locked_at timestamptz) language sql as ''
        the function unprotected        | alter function lock_journey_heads(uuid[]) security invoker
        the function taken              | alter function lock_journey_heads(uuid[]) owner to leadrelay_app
        a table of one's own            | create table mine (n int)
        a schema of one's own           | create schema mine
        an extension                    | create extension dblink
        the log dropped                 | drop table journey_log
        the log renamed                 | alter table journey_log rename to gone
        a column added                  | alter table journey_log add column more text
        the log taken                   | alter table journey_log owner to leadrelay_app
        the privileges set anew         | select set_privileges()
        the list of privileges changed  | update table_privilege set application = '{select,insert,update,delete}'
        the history of migrations       | delete from flyway_schema_history
        becoming the owner              | set role leadrelay_owner
        becoming the keeper             | set role leadrelay_keeper
        becoming the superuser          | set role postgres
        another session's user          | set session authorization leadrelay_owner
        membership given to oneself     | grant leadrelay_owner to leadrelay_app
        superuser made of oneself       | alter role leadrelay_app superuser
        a role of one's own             | create role mine superuser
        passwords read                  | select * from pg_authid
        a program run                   | copy table_privilege to program 'true'
        a program's output read         | copy journey_log from program 'echo'
        a file read                     | select pg_read_file('postgresql.conf')
        a file written                  | copy table_privilege to '/tmp/leadrelay-attack'
        an export forgotten             | delete from export_log
        an export changed               | update export_log set rows = 0
        a mandate's change removed      | delete from mandate_change
        a permission's change removed   | truncate permission_change
        an event of the charter changed | update charter_event set person = 'nobody'
        a signature changed             | update charter_signature set person = 'nobody'
        a signature removed             | delete from charter_signature
        a model said to be shipped      | update shipped_models set checksum = ''
        a file said to be shipped       | update shipped_file set sha256 = ''
        an event of a release changed   | update release_event set person = 'nobody'
        an event of a release removed   | delete from release_event
        a stream renamed                | update audit_stream set node = ''
        lines removed by rule           | select remove_by_rule('any', '{}')
        a rule of one's own             | insert into retention_rule values ('mine', 'lead', '1 year')
        a rule changed                  | update retention_rule set keep = '1 year'
        a tombstone forged              | insert into audit_tombstone (stream, last_seq, last_hash, lines, rule, run) values (gen_random_uuid(), 1, sha256('x'), 1, 'mine', gen_random_uuid())
        a tombstone changed             | update audit_tombstone set last_seq = 9
        a tombstone removed             | delete from audit_tombstone
        all tombstones removed          | truncate audit_tombstone
        the keeper's function taken     | alter function remove_by_rule(text, uuid[]) owner to leadrelay_app
        the keeper's function replaced  | create or replace function remove_by_rule(rule_code text, streams uuid[]) returns uuid language sql as 'select gen_random_uuid()'
        a hold lifted                   | create or replace function is_held(held uuid) returns boolean language sql as 'select false'
        the keeper set anew             | select set_keeper()
        the trigger's function replaced | create or replace function journey_log_is_append_only() returns trigger language plpgsql as 'begin return old; end'
        """)
    void is_refused_for_want_of_a_privilege(String attack, String statement) {
        assertThat(refused(statement)).as(attack).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    /** PostgreSQL answers with a warning and gives nothing. */
    @Test
    void what_the_application_may_do_it_cannot_give_to_itself_in_full() throws SQLException {
        // when
        refused("grant all on journey_log to leadrelay_app");
        refused("grant all on journey_log to public");

        // then
        assertThat(ask("select has_table_privilege('journey_log', 'insert, update, delete, truncate')"))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a number left out               | LR001 | clock_timestamp()                        | lead  | 3      | last     | sha
        a number again                  | LR001 | clock_timestamp()                        | lead  | 1      | last     | sha
        no number                       | LR001 | clock_timestamp()                        | lead  | null   | last     | sha
        a chain without a head          | LR001 | clock_timestamp()                        | other | 1      | ''       | sha
        another previous hash           | LR002 | clock_timestamp()                        | lead  | 2      | sha      | sha
        an empty previous hash          | LR002 | clock_timestamp()                        | lead  | 2      | ''       | sha
        no previous hash                | LR002 | clock_timestamp()                        | lead  | 2      | null     | sha
        a hash that is none             | LR002 | clock_timestamp()                        | lead  | 2      | last     | '\\x00'
        no hash                         | LR002 | clock_timestamp()                        | lead  | 2      | last     | null
        recorded before its time        | LR003 | clock_timestamp() - interval '2 minutes' | lead  | 2      | last     | sha
        recorded after its time         | LR003 | clock_timestamp() + interval '2 minutes' | lead  | 2      | last     | sha
        recorded at no time             | LR003 | null                                     | lead  | 2      | last     | sha
        """)
    void is_refused_by_the_function(
            String attack, String state, String recorded, String chain, String seq, String previous, String hash) {
        // given
        String sha = "sha256('line')";
        String last = "(select last_hash from journey_chain where lead_id = '" + lead + "')";

        // when
        String refused = refused(APPEND.formatted(
                recorded,
                "'" + (chain.equals("lead") ? lead : UUID.randomUUID()) + "'",
                seq,
                previous.replace("last", last).replace("sha", sha),
                hash.replace("sha", sha)));

        // then
        assertThat(refused).as(attack).isEqualTo(state);
    }

    @Test
    void two_lines_of_which_the_second_does_not_follow_the_first_are_refused_both() {
        assertThat(refused("""
            select append_journey_lines(2::smallint, clock_timestamp(), 'node', array[head.lead_id, head.lead_id],
                array[2, 3], array[now(), now()], array['signal', 'signal'], array['a', 'b'], array[null, null]::uuid[],
                array[null, null]::text[], array[null, null]::text[], array[null, null]::int[],
                array[null, null]::text[], array[null, null]::text[], array[null, null]::text[],
                array[null, null]::text[], array['{}', '{}'], array[head.last_hash, head.last_hash],
                array[sha256('2'), sha256('3')])
            from journey_chain head where lead_id = '%s'
            """.formatted(lead))).isEqualTo("LR002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a number left out in the middle        | LR001 | array[2, 9, 4] | array[last, sha256('2'), sha256('3')]
        two numbers exchanged                  | LR001 | array[3, 2, 4] | array[last, sha256('2'), sha256('3')]
        a line in the middle that does not fit | LR002 | array[2, 3, 4] | array[last, sha256('2'), sha256('4')]
        """)
    void is_refused_though_the_first_line_and_the_last_fit(
            String attack, String state, String seqs, String previousHashes) {
        assertThat(refused(three(seqs, previousHashes, "array[sha256('2'), sha256('3'), sha256('4')]")))
                .as(attack)
                .isEqualTo(state);
    }

    /** The second hash would be taken for the first. */
    @Test
    void hashes_that_are_counted_from_nought_do_not_deceive_the_function() {
        String second = "decode(repeat('42', 32), 'hex')";
        String third = "decode(repeat('43', 32), 'hex')";
        assertThat(refused(three("array[2, 3, 4]", "array[last, " + second + ", " + third + "]", """
            ('[0:2]={"\\\\x' || repeat('41', 32) || '","\\\\x' || repeat('42', 32) || '","\\\\x' || repeat('43', 32) || '"}')::bytea[]
            """)))
                .isEqualTo("LR002");
    }

    /** Three lines of the chain; {@code last} in the previous hashes is that of its head. */
    private String three(String seqs, String previousHashes, String hashes) {
        return """
            select append_journey_lines(2::smallint, clock_timestamp(), 'node', array_fill('%s'::uuid, array[3]),
                %s, array_fill(now(), array[3]), array_fill('signal'::text, array[3]),
                array_fill('a'::text, array[3]), array_fill(null::uuid, array[3]), array_fill(null::text, array[3]),
                array_fill(null::text, array[3]), array_fill(null::int, array[3]), array_fill(null::text, array[3]),
                array_fill(null::text, array[3]), array_fill(null::text, array[3]), array_fill(null::text, array[3]),
                array_fill('{}'::text, array[3]), %s, %s)
            """.formatted(
                lead,
                seqs,
                previousHashes.replace("last", "(select last_hash from journey_chain where lead_id = '" + lead + "')"),
                hashes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a hash that is none             | LR002 | clock_timestamp()                        | array[line('\\x00')]
        no hash                         | LR002 | clock_timestamp()                        | array[line(null)]
        a hash that is none before one  | LR002 | clock_timestamp()                        | array[line('\\x00'), line(sha)]
        no hash before one              | LR002 | clock_timestamp()                        | array[line(null), line(sha)]
        a line that is none             | LR002 | clock_timestamp()                        | array[null, line(sha)]
        no line                         | LR001 | clock_timestamp()                        | '{}'
        no lines                        | LR001 | clock_timestamp()                        | null
        lines counted from nought       | LR001 | clock_timestamp()                        | '[0:1]={"(now,signal,a,,,,,,,,,{},\\\\x00)","(now,signal,a,,,,,,,,,{},\\\\x00)"}'
        lines in two dimensions         | LR001 | clock_timestamp()                        | array[array[line(sha)]]
        recorded after its time         | LR003 | clock_timestamp() + interval '2 minutes' | array[line(sha)]
        recorded at no time             | LR003 | null                                     | array[line(sha)]
        """)
    void is_refused_by_the_function_for_one_chain(String attack, String state, String recorded, String rows) {
        assertThat(refused(appendRows(recorded, lead.toString(), "1", LAST, rows)))
                .as(attack)
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a number left out         | clock_timestamp()                         | lead  | 2    | last
        a number again            | clock_timestamp()                         | lead  | 0    | last
        no number                 | clock_timestamp()                         | lead  | null | last
        a chain without a head    | clock_timestamp()                         | other | 0    | ''
        another previous hash     | clock_timestamp()                         | lead  | 1    | sha256('line')
        no previous hash          | clock_timestamp()                         | lead  | 1    | null
        read half a minute before | clock_timestamp() - interval '30 seconds' | lead  | 1    | last
        read long before          | clock_timestamp() - interval '2 hours'    | lead  | 1    | last
        """)
    void lines_of_one_chain_that_do_not_follow_its_head_are_left_out(
            String attack, String recorded, String chain, String seq, String previous) throws SQLException {
        // given
        String id = chain.equals("lead") ? lead.toString() : UUID.randomUUID().toString();

        // then
        assertThat(ask(appendRows(recorded, id, seq, previous.replace("last", LAST), "array[line(sha)]")))
                .as(attack)
                .isEqualTo("f");
    }

    /** The hash of the head. */
    private static final String LAST = "(select last_hash from journey_chain where last_seq = 1 and lead_id = 'lead')";

    private String appendRows(String recorded, String chain, String seq, String previous, String rows) {
        return "select append_journey_lines(2::smallint, %s, 'node', '%s'::uuid, %s, %s, (%s)::journey_log_line[])"
                .formatted(
                        recorded,
                        chain,
                        seq,
                        previous.replace("'lead'", "'" + lead + "'"),
                        rows.replaceAll(
                                        "line\\(([^()]*)\\)",
                                        "(now(), 'signal', 'intruder', null, null, null, null, null, null, null, null,"
                                                + " '{}', $1)::journey_log_line")
                                .replace("sha)", "sha256('line'))"));
    }

    /** A name without its schema would mean the intruder's. */
    @Test
    void a_temporary_table_of_the_same_name_does_not_deceive_the_function() throws SQLException {
        refused("create temporary table journey_chain (lead_id uuid, last_seq bigint, last_hash bytea)");
        refused("insert into journey_chain values ('%s', 41, sha256('forged'))".formatted(lead));
        assertThat(refused(APPEND.formatted(
                        "clock_timestamp()", "'" + lead + "'", "42", "sha256('forged')", "sha256('line')")))
                .isEqualTo("LR001");
        assertThat(ask(appendRows("clock_timestamp()", lead.toString(), "41", "sha256('forged')", "array[line(sha)]")))
                .isEqualTo("f");
    }

    @Test
    void an_auditor_reads_the_log_and_what_proves_it_and_nothing_else() throws SQLException {
        // given
        database.superuser().sql("""
            do $$ begin
                if not exists (select from pg_roles where rolname = 'somebody_who_audits') then
                    create role somebody_who_audits login in role leadrelay_auditor;
                end if;
            end $$
            """).update();
        application.close();
        application = DriverManager.getConnection(database.url(), "somebody_who_audits", "");

        // then
        assertThat(ask("select count(*) from journey_log where lead_id = '" + lead + "'"))
                .isEqualTo("1");
        assertThat(ask("select count(*) > 0 from charter_clause")).isEqualTo("t");
        assertThat(refused("select * from lead")).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(refused("select * from person")).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(refused("select * from lock_journey_heads('{}')")).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(refused(appendRows("clock_timestamp()", lead.toString(), "1", LAST, "array[line(sha)]")))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(refused("insert into export_log (id, at, person, what, filter, rows) values"
                        + " (gen_random_uuid(), now(), '', '', '', 0)"))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(refused("create temporary table mine (n int)")).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(refused("set role leadrelay_app")).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    private String refused(String statement) {
        try (Statement attack = application.createStatement()) {
            attack.execute(statement);
            return "done";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private String ask(String question) throws SQLException {
        try (Statement asked = application.createStatement();
                ResultSet answer = asked.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private long count() {
        return database.superuser()
                .sql("select count(*) from journey_log")
                .query(Long.class)
                .single();
    }
}
