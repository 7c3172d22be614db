package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** One lead through the inboxes of all who have to do with it. */
class JourneyInBrowserTest extends BrowserTest {

    private static final int LONG_WAY_MILLIS = 90_000;

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_lead_is_qualified_accepted_contacted_and_won() {
        // given
        String lead = captured(company, 20, 14);
        logIn(Roles.MARKETING);

        // when
        task("Qualify lead")
                .choose("outcome", "Sales-ready")
                .choose("need", "Yes")
                .choose("timeframe", "Within a month")
                .choose("authority", "Decides")
                .write("note", "They want to begin in spring.")
                .complete("Salma Amin: Sales-ready");
        logInAsOwnerOf(lead);
        task("Answer hand-off").choose("outcome", "Accept").complete("Salma Amin: Accept");
        task("Make contact")
                .choose("outcome", "Reached")
                .choose("channel", "Call")
                .complete("Salma Amin: Reached");
        task("Decide outcome")
                .choose("outcome", "Won")
                .write("dealValue", "12000")
                .complete("Salma Amin: Won. It can be taken back on the lead's page until the end of the working day.");

        // then
        logOut();
        logIn(Roles.MARKETING);
        page.navigate(address("lead/" + lead));
        assertThat(page.locator(".lead-ended")).hasText("won");
        assertThat(page.locator(".lead-story")).containsText("The journey ended: won");
    }

    @Test
    void a_rejection_is_disputed_judged_and_the_lead_goes_another_lap() {
        // given
        String lead = captured(company, 20, 17);
        logInAsOwnerOf(lead);

        // when
        task("Answer hand-off")
                .choose("outcome", "Reject")
                .pick("rejectionReason", "Too early", "Zu früh")
                .complete("Salma Amin: Reject");
        logOut();
        logIn(Roles.MARKETING);
        task("Review rejection")
                .choose("outcome", "Dispute")
                .write("note", "They asked for a meeting twice.")
                .complete("Salma Amin: Dispute");
        logOut();
        logIn(Roles.ARBITER);
        task("Give verdict")
                .choose("outcome", "Recycle")
                .write("grounds", "A meeting is no budget.")
                .complete("Salma Amin: Recycle");

        // then
        page.navigate(address("lead/" + lead));
        assertThat(page.locator(".lead-running")).hasText("at: Wait until cooled down");
        assertThat(page.locator(".lead-about")).containsText("lap 2");
        assertThat(page.locator(".lead-story"))
                .containsText(Pattern.compile(
                        "completed \"Give verdict\": recycle.*A meeting is no budget\\."
                                + ".*completed \"Review rejection\": dispute.*They asked for a meeting twice\\."
                                + ".*completed \"Answer hand-off\": reject, reason: Too early",
                        Pattern.DOTALL));
    }

    @Test
    void whoever_is_late_sees_it_after_the_clock_has_been_moved_in_its_dialog() {
        // given
        captured(company, 20, 14);
        logIn(Roles.MARKETING);
        page.navigate(address("inbox?q=" + company));
        assertThat(page.locator("lr-due .words")).hasCount(1);

        // when
        page.locator(".demo-clock").click();
        // a day may end on a weekend, when nothing falls due
        page.getByText("1 week", new Page.GetByTextOptions().setExact(true)).click();

        // then
        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(page.getByText("Arrived."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_WAY_MILLIS));
        page.getByText("Close", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("lr-due .words")).hasText(Pattern.compile("late"));
    }

    private Answering task(String step) {
        return Answering.of(page, address("inbox?q=" + company), step);
    }

    private void logInAsOwnerOf(String lead) {
        String owner = owner(lead);
        logOut();
        logInInEnglish(owner);
    }
}
