package org.leadrelay.ui.redesign;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.html.NativeTableRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.redesign.Approval;
import org.leadrelay.redesign.Candidates;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.redesign.Origin;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.Releases;
import org.leadrelay.redesign.ShippedModels;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The candidate that an upgrade of the product offers over an owner's models. */
@OwnDatabase
class ProductUpgradeViewTest extends ViewTest {

    private static final String JOURNEY = "lead-journey.bpmn";
    private static final String NEW = "new-table";
    private static final String CONTACT = "id=\"Activity_MakeContact\" name=\"Make contact\"";

    @Autowired
    ShippedModels shipped;

    @Autowired
    Releases releases;

    @Autowired
    Candidates candidates;

    @Autowired
    Approval approval;

    @Test
    void each_file_says_who_changed_it_and_what_was_not_taken_is_downloaded() {
        // given
        cast.person("upgrade-owner", Roles.PROCESS_OWNER);
        cast.person("upgrade-second", Roles.PROCESS_OWNER);
        cast.actingAs("upgrade-owner");
        upload(ShippedFiles.FOLLOW_UP, contact("Call them"));
        Release draft = upload(ShippedFiles.SKILLS, ShippedFiles.with(ShippedFiles.SKILLS, "Any rep", "Every rep"));
        Release own = approval.seal(draft.number(), draft.edition(), "As we say it");
        cast.actingAs("upgrade-second");
        approval.approve(own.number(), own.contentHash(), null);
        cast.actingAsNobody();
        shipped.bring("upgrade", upgrade());
        logIn("upgrade-owner");

        // when
        open("redesign/" + releases.open().orElseThrow().number());

        // then
        assertThat(row(JOURNEY)).contains("with the product", "changed by the product");
        assertThat(row(ShippedFiles.SKILLS)).contains("changed here").doesNotContain("product");
        assertThat(row(ShippedFiles.FOLLOW_UP))
                .contains("changed here and by the product", "Differently at: Reach them", "As the product brings it");
        assertThat(_find(ModelDownload.class, spec -> spec.withText("As the product brings it")))
                .hasSize(1);
        assertThat(new String(
                        DownloadKt._download(
                                _get(ModelDownload.class, spec -> spec.withText("As the product brings it"))),
                        StandardCharsets.UTF_8))
                .isEqualTo(contact("Reach them"));
    }

    @Test
    void a_new_file_that_was_left_out_of_the_candidate_is_listed_and_downloaded_all_the_same() {
        // given
        cast.person("left-out-owner", Roles.PROCESS_OWNER);
        cast.person("left-out-second", Roles.PROCESS_OWNER);
        cast.actingAs("left-out-owner");
        Release draft = upload(ShippedFiles.SKILLS, ShippedFiles.with(ShippedFiles.SKILLS, "Any rep", "Whoever"));
        Release own = approval.seal(draft.number(), draft.edition(), "As we say it here");
        cast.actingAs("left-out-second");
        approval.approve(own.number(), own.contentHash(), null);
        cast.actingAsNobody();
        SortedMap<String, byte[]> models = upgrade();
        String table = ShippedFiles.text(ShippedFiles.SKILLS).replace("id=\"hand-off-skills\"", "id=\"" + NEW + "\"");
        models.put(NEW + ".dmn", ShippedFiles.bytes(table));
        shipped.bring("upgrade with a new table", models);
        cast.actingAs("left-out-owner");
        Release offered = releases.open().orElseThrow();
        logIn("left-out-owner");
        open("redesign/" + offered.number());
        assertThat(row(NEW)).contains("with the product", "new with the product", "Take back");

        // when
        cast.actingAs("left-out-owner");
        candidates.revert(offered.edition(), NEW);
        open("redesign/" + offered.number() + "?tab=files");

        // then
        assertThat(row(NEW))
                .contains("table", "not in this release", "new with the product", "As the product brings it")
                .doesNotContain("Take back");
        assertThat(new String(
                        DownloadKt._download(_get(
                                ModelDownload.class,
                                spec -> spec.withText("As the product brings it")
                                        .withPredicate(each -> String.valueOf(
                                                        each.getElement().getAttribute("aria-label"))
                                                .contains(NEW)))),
                        StandardCharsets.UTF_8))
                .isEqualTo(table);
    }

    private Release upload(String name, String text) {
        return candidates
                .upload(List.of(new UploadedFile(name, ShippedFiles.bytes(text))), Origin.BROWSER, null)
                .release();
    }

    private static String contact(String name) {
        return ShippedFiles.with(ShippedFiles.FOLLOW_UP, CONTACT, "id=\"Activity_MakeContact\" name=\"" + name + "\"");
    }

    private SortedMap<String, byte[]> upgrade() {
        TreeMap<String, byte[]> models = new TreeMap<>();
        cast.actingAs("upgrade-owner");
        releases.files(1)
                .forEach(each -> models.put(each.file().name(), each.file().content()));
        cast.actingAsNobody();
        models.put(ShippedFiles.FOLLOW_UP, ShippedFiles.bytes(contact("Reach them")));
        models.put(
                JOURNEY,
                ShippedFiles.bytes(ShippedFiles.with(JOURNEY, "name=\"Answer hand-off\"", "name=\"Take it over\"")));
        return models;
    }

    private static String row(String file) {
        return _find(NativeTableRow.class).stream()
                .map(each -> each.getElement().getTextRecursively())
                .filter(each -> each.startsWith(file))
                .findFirst()
                .orElseThrow();
    }
}
