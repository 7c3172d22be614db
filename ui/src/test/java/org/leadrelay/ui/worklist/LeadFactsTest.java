package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a task says of its lead, below the form. */
@OwnDatabase
@Import(JourneyDriver.class)
class LeadFactsTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @Autowired
    LeadCapture captures;

    @Test
    void what_people_learned_stands_first_however_much_else_is_known_and_says_when_it_no_longer_counts() {
        // given a lead that came with more facts than are shown, and what was learned after them
        driver.setClock(SettableClock.MONDAY_MORNING);
        cast.person("mary", Roles.MARKETING);
        String mail = UUID.randomUUID() + "@firm.example";
        UUID lead = driver.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.EMAIL, mail,
                Field.COMPANY_SIZE, "120",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "14",
                Field.VISITS, "3",
                Field.SECONDS_ON_SITE, "61",
                Field.PAGES_PER_VISIT, "2",
                Field.LAST_ACTIVITY, "Page visited"));
        captures.capture(
                new Capture(
                        Map.of(Field.EMAIL, mail),
                        List.of(new Attribute("interest", "prices"), new Attribute("timeline", "now")),
                        List.of(),
                        null),
                new Origin("crm", Origin.Kind.API, "Webinar", "crm", null));

        // when
        logIn("mary");
        open("inbox/" + driver.task(lead, "Activity_QualifyLead"));

        // then
        assertThat(text()).contains("Prices and contracts", "Within a month", "counts until");

        // and when it has grown old
        driver.advance(Duration.ofDays(40));
        open("inbox");
        open("inbox/" + driver.task(lead, "Activity_QualifyLead"));

        // then
        assertThat(text()).contains("Within a month", "counted until", "no longer");
    }

    private static String text() {
        return _get(LeadFacts.class).getElement().getTextRecursively();
    }
}
