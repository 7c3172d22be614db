package org.leadrelay.nurture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadrelay.nurture.text.ShippedTexts.Shipped;
import org.leadrelay.nurture.text.TextTemplate.Rendered;
import org.leadrelay.platform.Language;

class ShippedTextsTest {

    private final ShippedTexts shipped = new ShippedTexts();

    @Test
    void every_text_is_there_in_every_language() {
        assertThat(shipped.all()).hasSize(22);
        for (Shipped each : shipped.all()) {
            for (Language language : Language.values()) {
                assertThat(shipped.find(each.key(), language))
                        .as(each.key().path(language))
                        .isPresent();
            }
        }
        assertThat(shipped.find(TextKey.GENERAL, Language.ENGLISH)).isPresent();
    }

    @Test
    void every_text_passes_the_check_and_suits_somebody_of_whom_nothing_is_known() {
        for (Shipped each : shipped.all()) {
            assertThat(TextCheck.findings(each.content()))
                    .as(each.key().path(each.language()))
                    .isEmpty();
            Rendered rendered = new TextTemplate(each.content()).with(Map.of()).orElseThrow();
            assertThat(rendered.subject() + rendered.paragraphs()).doesNotContain("{", "}");
        }
    }

    @Test
    void the_first_text_of_each_track_says_the_interest_or_its_fallback() {
        for (String track : new String[] {"awareness", "evaluation", "reactivation"}) {
            for (Language language : Language.values()) {
                TextContent first =
                        shipped.find(new TextKey(track, "1"), language).orElseThrow();
                String with = new TextTemplate(first)
                        .with(Map.of(MergeField.INTEREST, "chocolate"))
                        .orElseThrow()
                        .paragraphs()
                        .toString();
                String without = new TextTemplate(first)
                        .with(Map.of())
                        .orElseThrow()
                        .paragraphs()
                        .toString();
                assertThat(with).contains("chocolate");
                assertThat(without).contains(first.fallbacks().get("interest"));
            }
        }
    }

    @Test
    void a_template_of_the_table_names_its_file() {
        assertThat(TextKey.ofTemplate("awareness-1").orElseThrow().path(Language.GERMAN))
                .isEqualTo("texts/awareness/1_de.md");
        assertThat(TextKey.ofTemplate("chocolate-lovers-2").orElseThrow().path(Language.ENGLISH))
                .isEqualTo("texts/chocolate-lovers/2_en.md");
        assertThat(TextKey.ofTemplate("touch").orElseThrow()).isEqualTo(TextKey.GENERAL);
        assertThat(TextKey.ofTemplate("../../etc/passwd-1")).isEmpty();
        assertThat(TextKey.ofTemplate("awareness-1").orElseThrow().template()).isEqualTo("awareness-1");
        assertThat(TextKey.GENERAL.template()).isEqualTo("touch");
    }
}
