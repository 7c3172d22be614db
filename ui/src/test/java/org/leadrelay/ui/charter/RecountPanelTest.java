package org.leadrelay.ui.charter;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.button.Button;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.Editing;
import org.leadrelay.charter.Parties;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@OwnDatabase
@Import(Parties.class)
class RecountPanelTest extends ViewTest {

    @Autowired
    Parties parties;

    @Autowired
    Promises promises;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Database database;

    private final UUID lead = UUID.randomUUID();

    @BeforeEach
    void aPromiseRuns() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        parties.arrive();
        transactions.executeWithoutResult(status -> promises.due(lead, "answerHandOff", "high", "x", null));
    }

    @AfterEach
    void itEndsAndTheFirstCharterHolds() {
        transactions.executeWithoutResult(status -> promises.cancelled(lead, "answerHandOff", null));
        database.firstCharter();
    }

    @Test
    void whoever_signs_takes_before_and_after_as_a_file() {
        // given
        int version = parties.propose(said -> Editing.lasting(said, "answerHandOff", Duration.ofHours(3)), null)
                .version();
        logIn(Parties.SALES);
        open(CharterNavigation.CHARTER + "/" + version);

        // when
        _click(_get(Button.class, spec -> spec.withText("Sign as Head of sales")));

        // then
        assertThat(_get(RecountPanel.class).getElement().getTextRecursively()).contains("would be due later");
        String file = new String(DownloadKt._download(_get(RecountDownload.class)), StandardCharsets.UTF_8);
        assertThat(file.lines())
                .contains(
                        "leadId,lead,clause,priority,before,after,paused,effect",
                        "%s,%s,answerHandOff,high,2026-03-02T10:00:00Z,2026-03-02T12:00:00Z,false,later"
                                .formatted(lead, lead));
    }
}
