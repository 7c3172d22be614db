package org.leadrelay.ui.charter;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.popover.Popover;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.Parties;
import org.leadrelay.platform.Words;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A clause that a process owner added is called by its own words on every page, in both languages. */
@Import(Parties.class)
class OwnClauseViewTest extends ViewTest {

    private static final String CLAUSE = "welcomeBuyer";

    @Autowired
    Parties parties;

    @Autowired
    Promises promises;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID lead;

    @BeforeEach
    void aBrokenPromiseOfAnOwnClause() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        parties.arrive();
        cast.person("wanda", Roles.SALES_MANAGER);
        WorkAmount work = WorkAmount.of(Duration.ofHours(1));
        parties.agree(
                said -> said.rewriting()
                        .clause(new Clause(
                                CLAUSE,
                                new Words("Welcome the buyer", "Käufer begrüßen"),
                                Roles.MARKETING,
                                "Activity_QualifyLead",
                                work,
                                work,
                                work,
                                null))
                        .text(),
                null,
                false);
        lead = new LeadRows(jdbc).reachable(UUID.randomUUID() + "@welcome.example", "US");
        clock.set(inTransaction(() -> promises.due(lead, CLAUSE, "normal", "Activity_QualifyLead", null)));
        inTransaction(() -> promises.overdue(lead, CLAUSE));
    }

    @AfterEach
    void backToTheFirstCharter() {
        jdbc.sql("delete from promise where clause = ?").param(CLAUSE).update();
        database.firstCharter();
    }

    @ParameterizedTest
    @CsvSource({"en, Welcome the buyer, 'Overdue: '", "de, Käufer begrüßen, 'Überfällig: '"})
    void it_speaks_on_the_charter_on_the_leads_page_and_at_the_bell(String language, String words, String overdue) {
        // given
        speaking(Locale.forLanguageTag(language));
        logIn("wanda");

        // when
        open(CharterNavigation.CHARTER);
        _get(Popover.class).setOpened(true);

        // then
        assertThat(text()).contains(words);
        assertThat(_get(Popover.class).getElement().getTextRecursively()).contains(overdue + words);

        // and when
        open("lead/" + lead);

        // then
        assertThat(text()).contains(words).doesNotContain(CLAUSE);
    }

    private static void speaking(Locale locale) {
        UI.getCurrent().setLocale(locale);
        LocaleContextHolder.setLocale(locale);
    }

    private static String text() {
        Component view = (Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().get(0);
        return view.getElement().getTextRecursively();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
