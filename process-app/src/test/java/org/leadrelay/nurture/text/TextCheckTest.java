package org.leadrelay.nurture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.platform.Invalid.Violation;

class TextCheckTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Hello {{firstName}}.|body|Line 1: firstName has no fallback",
                "One.\\n\\nTwo {{ interest }}.|body|Line 3: interest has no fallback",
                "{{#firstName}}{{interest}}{{/firstName}}|body|Line 1: interest has no fallback",
                "{{^interest}}{{interest}}{{/interest}}|body|Line 1: interest has no fallback",
                "One.\\nHello {{nickname}}.|body|Line 2: there is no field nickname",
                "{{#toString}}x{{/toString}}|body|Line 1: there is no field toString",
                "Hello {{{company}}}.|body|Line 1: {{",
                "Hello {{&company}}.|body|Line 1: {{",
                "{{>secret}}|body|Line 1: {{",
                "{{=<% %>=}}|body|Line 1: {{",
                "{{! said to nobody }}|body|Line 1: {{",
                "{{company.class}}|body|Line 1: {{",
                "{{.}}|body|Line 1: {{",
                "{{this}}|body|Line 1: there is no field this",
                "Hello {{company.|body|Line 1: {{",
                "Hello company}}.|body|Line 1: }}",
                "{{#interest}}x|body|Line 1: {{#interest}} begins a part that has no end",
                "x{{/interest}}|body|Line 1: {{/interest}} ends a part that does not begin",
                "{{#interest}}{{#company}}x{{/interest}}{{/company}}|body|Line 1: {{/interest}} ends a part",
            })
    void what_no_mail_may_say_is_refused_with_its_line_and_a_remedy(String body, String field, String says) {
        // given
        TextContent content = new TextContent("Subject", body.replace("\\n", "\n"), null, Map.of());
        // then
        assertThat(TextCheck.findings(content)).anySatisfy(each -> {
            assertThat(each.field()).isEqualTo(field);
            assertThat(each.message()).startsWith(says);
        });
    }

    @Test
    void a_field_with_a_fallback_or_within_its_own_section_is_good() {
        // given
        TextContent content = new TextContent(
                "About {{interest}}",
                "Hello{{#firstName}} {{firstName}}{{/firstName}},\n\nyou asked about {{interest}}.",
                "Read on",
                Map.of("interest", "what we offer"));
        // then
        assertThat(TextCheck.findings(content)).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        // given
        TextContent content =
                new TextContent("", "{{nickname}} {{company}}", "{{company}}", Map.of("pet", "cat", "city", "{{x}}"));
        // then
        assertThat(TextCheck.findings(content))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("subject", "body", "body", "fallbacks.pet", "fallbacks.city", "link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0", "\u200B \u00AD"})
    void what_nobody_sees_is_no_fallback_no_subject_and_no_text(String blank) {
        // given
        TextContent printed = new TextContent("Subject", "{{company}}", null, Map.of("company", blank));
        TextContent within =
                new TextContent(blank, "{{#company}}{{company}}{{/company}}", blank, Map.of("company", blank));
        TextContent empty = new TextContent("Subject", blank, null, Map.of());
        // then
        assertThat(TextCheck.findings(printed)).extracting(Violation::field).containsExactly("fallbacks.company");
        assertThat(TextCheck.findings(within))
                .extracting(Violation::field)
                .containsExactly("subject", "fallbacks.company");
        assertThat(TextCheck.findings(empty)).extracting(Violation::field).containsExactly("body");
    }

    @Test
    void a_remedy_names_the_fields_there_are_and_how_a_part_is_left_out() {
        // given
        TextContent content = new TextContent("Subject", "{{nickname}} {{company}}", null, Map.of());
        // then
        assertThat(TextCheck.findings(content))
                .extracting(Violation::message)
                .containsExactly(
                        "Line 1: there is no field nickname. Use one of: firstName, lastName, company, city, interest,"
                                + " timeline, decider, repName.",
                        "Line 1: company has no fallback. Say what stands there when nobody knows it, or put it between"
                                + " {{#company}} and {{/company}}, which is left out then.");
    }
}
