package org.leadrelay.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.leadrelay.charter.Parties;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.redesign.Owners;
import org.leadrelay.redesign.ReleaseDriver;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole product on a real PostgreSQL, without demo people. Tests that carry nothing
 * but this annotation share one application; its database is fresh when it starts and keeps what
 * earlier tests left: make leads of your own, empty it with {@link Database#empty()}, or ask for a
 * copy of the first state with {@link OwnDatabase}. The {@link SettableClock} stands at {@link SettableClock#MONDAY_MORNING} before every test, and no job and
 * no sweep runs by itself; answers do not wait for an undo. After every test ledger, timers and inbox agree ({@link LedgerAgrees}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        properties = {
            "leadrelay.jobs.enabled=false",
            "leadrelay.sweeps.enabled=false",
            "leadrelay.tasks.grace=PT0S",
            "leadrelay.journal.strict=true",
            "leadrelay.nurture.reply-to=marketing@firm.example",
            "leadrelay.nurture.bounces.address=bounces@firm.example",
            "leadrelay.nurture.hosts=www.firm.example",
            "leadrelay.nurture.pages.awareness-1=https://www.firm.example/guide",
            "leadrelay.nurture.tools.mailer.url=https://mailer.example/hooks",
            "leadrelay.nurture.tools.mailer.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "leadrelay.admin.password=" + ProductTest.ADMINISTRATOR_PASSWORD
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
// What only some tests use is there for all of them: another set of beans would be another application.
@Import({TestConfiguration.class, JourneyDriver.class, Parties.class, ReleaseDriver.class, Owners.class})
@ExtendWith({DatabaseReset.class, FreshStart.class, LedgerAgrees.class})
public @interface ProductTest {

    /** What the first administrator, {@code administrator}, logs in with. */
    String ADMINISTRATOR_PASSWORD = "whoever-runs-the-tests";
}
