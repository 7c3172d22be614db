package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.export.LeadExports;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Declaration;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files as other programs write them, and the product's own, from upload to lead. */
@ProductTest
class FileKindsTest {

    @Autowired
    Imports imports;

    @Autowired
    ImportResults results;

    @Autowired
    ImportRunner runner;

    @Autowired
    LeadExports exports;

    @Autowired
    Cast cast;

    @Autowired
    LeadCards cards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final String origin = UUID.randomUUID().toString();

    @BeforeEach
    void marketing() {
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
    }

    @Test
    void the_numbers_of_a_german_file_have_points_between_their_thousands() {
        run(utf8("""
            Email;Last name;Company size;Visits
            a-%1$s@x.example;Zahl;1.500;12
            b-%1$s@x.example;Zahl;250;1.234
            """));

        assertThat(facts("companySize")).containsExactlyInAnyOrder("1500", "250");
        assertThat(facts("visits")).containsExactlyInAnyOrder("12", "1234");
    }

    @Test
    void who_opted_out_in_another_product_is_not_reached_by_what_the_file_declares() {
        // given
        ImportMapping declared = new ImportMapping(
                List.of(), new Declaration(true, true, "enquiry", "They asked for an offer."), null, null);

        // when
        UUID id = imports.upload("leads.csv", new ByteArrayInputStream(utf8("""
            id;firstName;lastName;emailAddress;emailAddressIsOptedOut;phoneNumber;doNotCall
            1;Ole;Raus;a-%1$s@x.example;1;+49 30 90182388;0
            2;Ina;Rein;b-%1$s@x.example;0;+49 30 90182389;1
            """)));
        imports.start(id, declared, null, origin, null);
        runner.runAll();

        // then
        assertThat(permitted("a-")).containsExactly(Channel.CALL);
        assertThat(permitted("b-")).containsExactly(Channel.MAIL);
    }

    private Set<Channel> permitted(String start) {
        UUID lead = jdbc.sql("select id from lead where email = ?")
                .param(start + origin + "@x.example")
                .query(UUID.class)
                .single();
        return cards.card(lead).permitted();
    }

    @Test
    void excels_hint_at_the_separator_is_no_header() {
        ImportProgress end = run(utf8("""
            sep=;\r
            First name;Last name;Email\r
            Tina;Trenner;t-%1$s@x.example\r
            Tom;Trenner;u-%1$s@x.example\r
            """));

        assertThat(end.created()).isEqualTo(2);
        assertThat(facts("firstName")).containsExactlyInAnyOrder("Tina", "Tom");
    }

    @ParameterizedTest
    @CsvSource({"WAHR,FALSCH", "VRAI,FAUX", "VERO,FALSO", "WAAR,ONWAAR", "PRAWDA,FAŁSZ", "t,f"})
    void yes_and_no_of_a_spreadsheet_are_understood(String yes, String no) {
        ImportProgress end = run(utf8(("Email;Last name;Do Not Email\na-%1$s@x.example;Said;"
                + yes
                + "\nb-%1$s@x.example;Silent;"
                + no
                + "\n")));

        assertThat(end.created()).isEqualTo(2);
        assertThat(objections()).containsExactly("a-" + origin + "@x.example mail");
    }

    @Test
    void a_column_that_blocks_a_person_blocks_both_channels() {
        run(utf8("""
            Email;Name;Werbesperre
            a-%1$s@x.example;Said;ja
            b-%1$s@x.example;Silent;nein
            """));

        assertThat(objections())
                .containsExactlyInAnyOrder("a-" + origin + "@x.example mail", "a-" + origin + "@x.example call");
    }

    @Test
    void names_of_a_polish_and_of_a_chinese_windows_are_read_as_written() {
        run(text("""
            Name,Email,City
            Łucja Wójtowicz,a-%1$s@x.example,Łódź
            Żaneta Dąb,b-%1$s@x.example,Gdańsk
            """).getBytes(Charset.forName("windows-1250")));
        run(text("Name,Email,City\n赵敏,c-%1$s@x.example,深圳科技有限公司\n陈,d-%1$s@x.example,杭州电子\n")
                .getBytes(Charset.forName("GB18030")));

        assertThat(facts("name")).containsExactlyInAnyOrder("Łucja Wójtowicz", "Żaneta Dąb", "赵敏", "陈");
        assertThat(facts("city")).contains("Łódź", "杭州电子");
    }

    @Test
    void a_lead_form_of_facebook_is_read() {
        run(("\uFEFF" + text("""
            id\tcreated_time\tad_id\tfull_name\temail\tphone_number
            l:991\t2026-03-01T10:00:00+01:00\tag:5\tFay Form\tf-%1$s@x.example\tp:+493090182399
            """)).getBytes(StandardCharsets.UTF_16LE));

        assertThat(facts("phone")).containsExactly("+493090182399");
        assertThat(facts("name")).containsExactly("Fay Form");
    }

    @Test
    void refused_rows_that_were_corrected_come_in_as_they_were() throws IOException {
        ImportProgress first = run(utf8("""
            Email,Record ID,Last name,Phone
            no address,r-1,Again,+49 30 90182398
            """));
        ByteArrayOutputStream refused = new ByteArrayOutputStream();
        results.refused(first.id(), refused);
        String corrected =
                refused.toString(StandardCharsets.UTF_8).replace(",no address,", ",r-" + origin + "@x.example,");

        ImportProgress second = run(corrected.getBytes(StandardCharsets.UTF_8));

        assertThat(first.refused()).isEqualTo(1);
        assertThat(second.created()).isEqualTo(1);
        assertThat(facts("phone")).containsExactly("+49 30 90182398");
        assertThat(factNames()).doesNotContain("line", "field", "reason");
    }

    @Test
    void an_unchanged_list_of_leads_changes_no_fact_and_doubles_nobody() throws IOException {
        // given
        run(utf8("""
            Record ID,Email,Name,Phone,Company
            l-1,a-%1$s@x.example,Lea Liste,+49 30 90182397,=Ltd
            l-2,b-%1$s@x.example,,,
            """));
        List<String> before = allFacts();
        long touches = touches();
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        exports.write(new LeadQuery(origin, null, null, null, null, null, null, 0, 50, "name"), list);

        // when
        UUID id = imports.upload("leads.csv", new ByteArrayInputStream(list.toByteArray()));
        imports.start(id, null, null, "list of " + origin, null);
        runner.runAll();

        // then
        ImportProgress end = imports.progress(id);
        assertThat(end.read()).isEqualTo(2);
        assertThat(end.unchanged()).isEqualTo(2);
        assertThat(allFacts()).isEqualTo(before).isNotEmpty();
        assertThat(touches()).isEqualTo(touches);
    }

    @Test
    void a_row_of_a_list_of_leads_that_was_changed_changes_that_fact_alone() throws IOException {
        // given
        run(utf8("Record ID,Email,Name,Company\nm-1,m-%1$s@x.example,Mia Muster,Old Ltd\n"));
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        exports.write(new LeadQuery(origin, null, null, null, null, null, null, 0, 50, "name"), list);
        String changed = list.toString(StandardCharsets.UTF_8).replace("Old Ltd", "New Ltd");

        // when
        UUID id = imports.upload("leads.csv", new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)));
        imports.start(id, null, null, "list of " + origin, null);
        runner.runAll();

        // then
        assertThat(imports.progress(id).merged()).isEqualTo(1);
        assertThat(imports.progress(id).unchanged()).isZero();
        assertThat(facts("company")).containsExactly("New Ltd");
        assertThat(facts("name")).containsExactly("Mia Muster");
    }

    /** Captures and signals of this origin's leads. */
    private long touches() {
        return jdbc.sql("""
            select (select count(*) from lead_capture c join lead l on l.id = c.lead_id
                    where l.origin = :origin)
                 + (select count(*) from lead_signal s join lead l on l.id = s.lead_id
                    where l.origin = :origin)
            """).param("origin", origin).query(Long.class).single();
    }

    private List<String> allFacts() {
        return jdbc.sql("""
            select lead.email || ' ' || fact.name || ' ' || fact.value || ' ' || fact.source
            from lead_fact fact join lead on lead.id = fact.lead_id
            where lead.origin = ? order by 1
            """).param(origin).query(String.class).list();
    }

    private String text(String pattern) {
        return pattern.formatted(origin);
    }

    private byte[] utf8(String pattern) {
        return text(pattern).getBytes(StandardCharsets.UTF_8);
    }

    private ImportProgress run(byte[] file) {
        UUID id = imports.upload("leads.csv", new ByteArrayInputStream(file));
        imports.start(id, null, null, origin, null);
        runner.runAll();
        return imports.progress(id);
    }

    private List<String> facts(String name) {
        return jdbc.sql("""
            select fact.value from lead_fact fact join lead on lead.id = fact.lead_id
            where lead.origin = ? and fact.name = ?
            """).params(origin, name).query(String.class).list();
    }

    private List<String> factNames() {
        return jdbc.sql("""
            select fact.name from lead_fact fact join lead on lead.id = fact.lead_id
            where lead.origin = ?
            """).param(origin).query(String.class).list();
    }

    private List<String> objections() {
        return jdbc.sql("""
            select lead.email || ' ' || lower(consent.channel)
            from lead_consent consent join lead on lead.id = consent.lead_id
            where lead.origin = ? and not consent.given
            """).param(origin).query(String.class).list();
    }
}
