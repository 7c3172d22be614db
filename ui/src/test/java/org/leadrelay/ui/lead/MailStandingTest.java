package org.leadrelay.ui.lead;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.nurture.MailStandings;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What speaks against mail to a lead, on its page. */
@Import(JourneyDriver.class)
class MailStandingTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @Autowired
    MailObjections addresses;

    @Autowired
    MailStandings standings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private UUID lead;
    private byte[] address = {};

    @BeforeEach
    void oneLead() {
        cast.person("mary", Roles.MARKETING);
        cast.person("watcher", Roles.AUDITOR);
        String email = UUID.randomUUID() + "@firm.example";
        address = addresses.fingerprint(email);
        lead = driver.capture(Map.of(Field.NAME, "Salma Amin", Field.EMAIL, email));
    }

    @Test
    void where_nothing_speaks_against_it_nothing_is_said() {
        // when
        look("mary");

        // then
        assertThat(text()).isEmpty();
    }

    @Test
    void an_address_that_takes_no_mail_is_shown_and_can_be_tried_again() {
        // given
        undeliverable();
        look("mary");
        assertThat(text()).contains("takes no mail", "5.1.1", "No objection");

        // when
        _click(_get(Button.class, spec -> spec.withText("Try this address again")));

        // then
        assertThat(standings.of(lead).undeliverable()).isNull();
        assertThat(text()).isEmpty();
    }

    @Test
    void wishes_are_shown_and_who_only_reads_is_offered_no_button() {
        // given
        undeliverable();
        jdbc.sql("insert into mail_wish (address, wish, track, lead_id, said_at) values (?, ?, ?, ?, ?)")
                .params(address, "notThisSubject", "awareness", lead, now())
                .update();
        jdbc.sql("insert into mail_wish (address, wish, track, lead_id, said_at) values (?, ?, ?, ?, ?)")
                .params(address, "lessOften", "", lead, now())
                .update();

        // when
        look("watcher");

        // then
        assertThat(text()).contains("Wants no more mail on \"awareness\"", "Asked for mail less often");
        assertThat(_find(Button.class, spec -> spec.withText("Try this address again")))
                .isEmpty();
    }

    private void undeliverable() {
        jdbc.sql("insert into mail_undeliverable (address, status, mails, since) values (?, '5.1.1', 1, ?)")
                .params(address, now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String text() {
        return _get(MailStandingList.class).getElement().getTextRecursively();
    }

    private void look(String login) {
        logIn(login);
        open("lead/" + lead);
    }
}
