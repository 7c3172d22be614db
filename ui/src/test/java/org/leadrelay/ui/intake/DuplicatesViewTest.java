package org.leadrelay.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.intake.LeadIntake;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.DuplicateCase;
import org.leadrelay.lead.Duplicates;
import org.leadrelay.lead.FactCorrections;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class DuplicatesViewTest extends ViewTest {

    @Autowired
    LeadIntake intake;

    @Autowired
    LeadCards cards;

    @Autowired
    Duplicates duplicates;

    @Autowired
    FactCorrections corrections;

    @Autowired
    CurrentPerson person;

    private final String name = "Grace " + UUID.randomUUID();
    private UUID first;
    private UUID second;

    @BeforeEach
    void twoWithTheSamePhoneAndName() {
        cast.person("mary", Roles.MARKETING);
        cast.person("watcher", Roles.AUDITOR);
        logIn("mary");
        String phone = "+49 30 9018%04d".formatted(Math.floorMod(name.hashCode(), 10_000));
        first = enter(phone);
        second = enter(phone);
    }

    @Test
    void a_pair_is_shown_side_by_side_with_the_reason() {
        // when
        open(address());

        // then
        assertThat(_get(PairPanel.class).getElement().getTextRecursively())
                .contains("same phone number and name")
                .contains(cards.card(first).email(), cards.card(second).email());
    }

    @Test
    void what_was_learned_is_compared_in_words() {
        // given
        corrections.correct(first, "timeline", "quarter", person.get());

        // when
        open(address());

        // then
        assertThat(_get(PairPanel.class).getElement().getTextRecursively())
                .contains("Within three months")
                .doesNotContain("quarter");
    }

    @Test
    void merging_asks_back_and_makes_one_of_two() {
        // given
        open(address());

        // when
        _click(_get(
                Button.class,
                spec -> spec.withText("One person: keep %s (%s)"
                        .formatted(name, cards.card(first).email()))));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(open()).isEmpty();
        assertThat(cards.card(second).id()).isEqualTo(first);
    }

    @Test
    void two_people_stay_two() {
        // given
        open(address());

        // when
        _click(_get(Button.class, spec -> spec.withText("Two people: keep both")));

        // then
        assertThat(open()).isEmpty();
        assertThat(cards.card(first).id()).isNotEqualTo(cards.card(second).id());
    }

    @Test
    void an_auditor_looks_and_decides_nothing() {
        // given
        String address = address();
        logIn("watcher");

        // when
        open(address);

        // then
        assertThat(_find(PairPanel.class)).hasSize(1);
        assertThat(_find(Button.class, spec -> spec.withText("Two people: keep both")))
                .isEmpty();
    }

    private UUID enter(String phone) {
        return intake.enter(new Capture(
                        Map.of(Field.NAME, name, Field.PHONE, phone, Field.EMAIL, UUID.randomUUID() + "@firm.example"),
                        List.of(),
                        List.of(),
                        null))
                .leadId();
    }

    private List<DuplicateCase> open() {
        return duplicates.open(0, 200).items().stream()
                .filter(each -> each.leadA().equals(first) || each.leadB().equals(first))
                .toList();
    }

    private String address() {
        return IntakeNavigation.DUPLICATES + "?pair=" + open().get(0).id();
    }
}
