package org.leadrelay.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.PersonSettings.PersonSetting;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the caller's own settings. */
@RestController
@RequestMapping("/api/me/settings")
@Tag(name = "Me")
class PersonSettingsApi {

    private static final Wording WORDING = Wording.of(PersonSettingsApi.class);

    private final PersonSettings settings;
    private final People people;
    private final CurrentPerson person;

    PersonSettingsApi(PersonSettings settings, People people, CurrentPerson person) {
        this.settings = settings;
        this.people = people;
        this.person = person;
    }

    /**
     * What is left out stays as it is.
     *
     * @param region empty follows the browser
     */
    record Wish(
            @Nullable Boolean namesInTitles,
            @Nullable String region,
            @Nullable String grace) {

        boolean isEmpty() {
            return namesInTitles == null && region == null && grace == null;
        }

        PersonSetting over(PersonSetting now) {
            String wished = region == null ? now.region() : region.strip();
            return new PersonSetting(
                    namesInTitles == null ? now.namesInTitles() : namesInTitles,
                    wished == null || wished.isEmpty() ? null : wished,
                    grace == null ? now.grace() : UndoGrace.of(grace));
        }
    }

    @GetMapping
    @Operation(summary = "What the caller chose for themselves")
    PersonSetting mine() {
        return settings.mine();
    }

    @PutMapping
    @Operation(
            summary = "Choose it",
            description = "namesInTitles: whether titles of browser pages and subjects of mails name leads. region: the"
                    + " country, two letters, as whose dates and numbers they are written; empty follows the browser,"
                    + " and one that is not named stays. grace: how long answers to tasks wait and can be taken"
                    + " back, PT0S to PT30S.")
    PersonSetting choose(@RequestBody Wish wish) {
        if (wish.isEmpty()) {
            throw Invalid.field("namesInTitles", WORDING.text("namesInTitles"));
        }
        people.get(person.get().login());
        return settings.choose(wish.over(settings.mine()));
    }
}
