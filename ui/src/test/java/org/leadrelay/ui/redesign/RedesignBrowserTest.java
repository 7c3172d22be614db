package org.leadrelay.ui.redesign;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** A redesign in the browser. Afterwards the others find no candidate, and the models as they came. */
abstract class RedesignBrowserTest extends BrowserTest {

    private static final int SHIPPED = 1;

    @AfterEach
    void asItWas() {
        get(Roles.PROCESS_OWNER, "api/releases").get("items").forEach(each -> {
            if (each.get("stage").asText().matches("draft|sealed|awaiting-charter|scheduled")) {
                post(
                        Roles.PROCESS_OWNER,
                        "api/releases/" + each.get("number").asInt() + "/withdrawal",
                        Map.of("why", "Ein Versuch."));
            }
        });
        if (!areShipped(definitions())) {
            JsonNode back = post(
                    Roles.PROCESS_OWNER,
                    "api/releases/" + SHIPPED + "/roll-back",
                    Map.of("why", "Die anderen brauchen die Modelle, wie sie kamen."));
            post(
                    Roles.ADMINISTRATOR,
                    "api/releases/" + back.get("number").asInt() + "/approval",
                    Map.of("contentHash", back.get("contentHash").asText()));
            Assertions.assertThat(areShipped(definitions())).isTrue();
        }
    }

    /** The shipped models are the first that the engine of the demo got. */
    private static boolean areShipped(JsonNode definitions) {
        return definitions.properties().stream()
                .allMatch(each -> each.getValue().asText().matches(".*:1:.*"));
    }

    /** The ids of the definitions that the next lead begins with. */
    final JsonNode definitions() {
        return get(Roles.PROCESS_OWNER, "api/releases/current").get("definitions");
    }

    final int releaseInForce() {
        return get(Roles.PROCESS_OWNER, "api/releases/current")
                .at("/release/number")
                .asInt();
    }

    final void begin() {
        page.navigate(address("redesign"));
        page.locator("#redesign-begin").click();
        page.locator(".redesign-upload").waitFor();
    }

    /** Begins a candidate by hand and puts files in; each is named and followed by its text. */
    final void upload(String... files) {
        begin();
        FilePayload[] payload = new FilePayload[files.length / 2];
        for (int i = 0; i < payload.length; i++) {
            payload[i] =
                    new FilePayload(files[2 * i], "application/octet-stream", ShippedFiles.bytes(files[2 * i + 1]));
        }
        page.locator(".redesign-upload input[type=file]").setInputFiles(payload);
        assertThat(page.locator(".redesign-files").getByText("hier hochgeladen"))
                .hasCount(payload.length);
    }

    final Locator tab(ReleaseTab tab) {
        return page.locator("#redesign-tab-" + tab.code());
    }

    final Locator stage() {
        return page.locator(".redesign-head .redesign-stage");
    }

    final void seal(String title) {
        tab(ReleaseTab.APPROVAL).click();
        page.locator("#redesign-seal").click();
        page.locator("vaadin-dialog-overlay vaadin-text-field input").fill(title);
        deed();
        assertThat(stage()).hasText("wartet auf Freigabe");
    }

    /** The administrator had no hand in it, is told at the bell, and reads English. */
    final void approveAsSecondPerson() {
        logInAnew(Roles.ADMINISTRATOR);
        page.locator(".bell vaadin-button").click();
        page.locator(".notice:not(.resolved) .notice-open")
                .filter(new Locator.FilterOptions().setHasText("Awaits your approval"))
                .first()
                .click();
        page.locator("#redesign-approve").click();
        page.locator("vaadin-dialog-overlay vaadin-checkbox input").check();
        assertNoBarrier();
        screenshot("approve");
        deed();
        assertThat(stage()).hasText("in force");
    }

    /** As the process owner, who is asked for a reason. */
    final void rollBack() {
        logInAnew(Roles.PROCESS_OWNER);
        page.navigate(address("redesign/" + releaseInForce() + "?tab=approval"));
        page.locator("#redesign-back").click();
        page.locator("vaadin-dialog-overlay textarea").fill("Es ging schneller, aber nicht besser.");
        deed();
        assertThat(stage()).hasText("wartet auf Freigabe");
    }

    /** The button of the open dialog that does it. */
    private void deed() {
        page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
    }

    final void logInAnew(String login) {
        logOut();
        logIn(login);
    }
}
