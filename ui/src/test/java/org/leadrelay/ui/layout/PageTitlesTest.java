package org.leadrelay.ui.layout;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.Roles;
import org.leadrelay.intake.Imports;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(JourneyDriver.class)
class PageTitlesTest extends ViewTest {

    private static final String QUALIFY = "Activity_QualifyLead";

    @Autowired
    JourneyDriver driver;

    @Autowired
    Imports imports;

    @Autowired
    PersonSettings settings;

    private UUID lead;
    private String person;

    @BeforeEach
    void aLeadToQualify() {
        person = "titles-" + UUID.randomUUID().toString().substring(0, 8);
        cast.person(person, Roles.MARKETING);
        lead = driver.capture(Map.of(
                Field.FIRST_NAME, "Salma",
                Field.LAST_NAME, "Amin",
                Field.EMAIL, "salma@" + person + ".example",
                Field.SOURCE, "Webinar",
                Field.PROFILE_SCORE, "20",
                Field.ACTIVITY_SCORE, "14"));
        logIn(person);
    }

    @Test
    void a_title_names_no_lead_before_somebody_wants_it() {
        open("lead/" + lead);
        assertThat(title()).isEqualTo("Lead");
        open("inbox/" + driver.task(lead, QUALIFY));
        assertThat(title()).isEqualTo("Qualify lead");
        open("imports/" + upload("Salma Amin.csv"));
        assertThat(title()).isEqualTo("Imports");
    }

    @Test
    void whoever_wants_it_has_the_names_and_nobody_else() {
        // given
        open("settings");
        Checkbox names = _get(Checkbox.class);
        assertThat(names.getValue()).isFalse();

        // when
        _setValue(names, true);
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        open("lead/" + lead);
        assertThat(title()).isEqualTo("Salma Amin");
        open("inbox/" + driver.task(lead, QUALIFY));
        assertThat(title()).isEqualTo("Salma Amin: Qualify lead");
        open("imports/" + upload("Salma Amin.csv"));
        assertThat(title()).isEqualTo("Salma Amin.csv");
        open("settings");
        assertThat(_get(Checkbox.class).getValue()).isTrue();
        assertThat(settings.of("administrator").namesInTitles()).isFalse();
    }

    private UUID upload(String name) {
        return imports.upload(name, new ByteArrayInputStream("Email\na@b.example\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static String title() {
        return UI.getCurrent().getInternals().getTitle();
    }
}
