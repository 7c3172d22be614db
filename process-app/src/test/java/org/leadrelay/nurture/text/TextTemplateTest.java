package org.leadrelay.nurture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.nurture.text.TextTemplate.Rendered;

class TextTemplateTest {

    private static final TextContent TEXT =
            new TextContent("About {{interest}}", """
                Hello{{#firstName}} {{firstName}}{{/firstName}},

                you asked about {{interest}}.
                {{^company}}Where do you work?{{/company}}\
                """, null, Map.of("interest", "what we offer"));

    @Test
    void what_is_known_stands_in_the_text() {
        // when
        Rendered rendered = new TextTemplate(TEXT)
                .with(Map.of(
                        MergeField.FIRST_NAME, "Grace",
                        MergeField.INTEREST, "chocolate",
                        MergeField.COMPANY, "Navy"))
                .orElseThrow();
        // then
        assertThat(rendered.subject()).isEqualTo("About chocolate");
        assertThat(rendered.paragraphs()).containsExactly("Hello Grace,", "you asked about chocolate.");
        assertThat(rendered.fallbacks()).isEmpty();
    }

    @Test
    void what_is_not_known_is_left_out_or_replaced_by_its_fallback() {
        // when
        Rendered rendered = new TextTemplate(TEXT).with(Map.of()).orElseThrow();
        // then
        assertThat(rendered.subject()).isEqualTo("About what we offer");
        assertThat(rendered.paragraphs())
                .containsExactly("Hello,", "you asked about what we offer.\nWhere do you work?");
        assertThat(rendered.fallbacks()).containsExactly(MergeField.INTEREST);
    }

    @Test
    void without_a_value_and_a_fallback_there_is_no_text() {
        // given
        TextContent bare = new TextContent("About {{interest}}", "Hello.", null, Map.of());
        // then
        assertThat(new TextTemplate(bare).with(Map.of())).isEmpty();
        assertThat(new TextTemplate(bare).suitsEverybody()).isFalse();
        assertThat(new TextTemplate(bare).with(Map.of(MergeField.INTEREST, "chocolate")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{company.class}}",
                "{{#company}}{{getClass}}{{/company}}",
                "{{#company}}{{length}}{{/company}}",
                "{{>letter}}",
                "{{=<% %>=}}",
                "{{{company}}}",
                "{{pet}}",
                "{{company"
            })
    void a_text_that_would_call_methods_load_others_or_leave_braces_is_none(String body) {
        // given
        TextContent content = new TextContent("Subject", body, null, Map.of("company", "your firm"));
        // then
        assertThat(new TextTemplate(content).with(Map.of(MergeField.COMPANY, "Navy")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{company}}",
                "Win at https://evil.example now",
                "www.evil.example",
                "win.example.com/x",
                "Prizes at win.example",
                "win\uFF0Eexample\uFF0Ecom",
                "me@evil.example",
                "203.0.113.7/x",
                "mailto:me",
                "a }} b",
                " \u200B\n ",
                "a name that goes on and on and on, as only somebody writes it who wants us to send their sentence to"
                        + " somebody else"
            })
    void what_somebody_typed_to_have_us_send_it_is_taken_for_unknown(String typed) {
        // when
        Rendered rendered = new TextTemplate(TEXT)
                .with(Map.of(MergeField.INTEREST, typed, MergeField.FIRST_NAME, typed))
                .orElseThrow();
        // then
        assertThat(rendered.subject()).isEqualTo("About what we offer");
        assertThat(rendered.paragraphs().get(0)).isEqualTo("Hello,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J. P. Morgan",
                "J.P. Morgan",
                "St. Gallen",
                "Verein e.V.",
                "Meier GmbH & Co. KG",
                "Meier GmbH & Co.KG",
                "Office 365, Version 2.0",
                "Smith & Sons, Inc."
            })
    void names_with_dots_are_said(String name) {
        // when
        Rendered rendered =
                new TextTemplate(TEXT).with(Map.of(MergeField.INTEREST, name)).orElseThrow();
        // then
        assertThat(rendered.subject()).isEqualTo("About " + name);
    }

    @Test
    void a_value_makes_no_line_and_no_paragraph_of_its_own() {
        // when
        Rendered rendered = new TextTemplate(TEXT)
                .with(Map.of(MergeField.INTEREST, "chocolate\r\n\r\nBcc: everybody", MergeField.COMPANY, "Navy"))
                .orElseThrow();
        // then
        assertThat(rendered.subject()).isEqualTo("About chocolate Bcc: everybody");
        assertThat(rendered.paragraphs()).hasSize(2);
    }

    @Test
    void what_looks_like_html_is_plain_text() {
        // given
        TextContent content =
                new TextContent("{{company}} & you", "<b>{{company}}</b>", null, Map.of("company", "you"));
        // when
        Rendered rendered = new TextTemplate(content)
                .with(Map.of(MergeField.COMPANY, "Fish & <Sons>"))
                .orElseThrow();
        // then
        assertThat(rendered.subject()).isEqualTo("Fish & <Sons> & you");
        assertThat(rendered.paragraphs()).containsExactly("<b>Fish & <Sons></b>");
    }

    @Test
    void a_file_says_the_same_as_what_it_was_written_from() {
        // given
        TextContent content = new TextContent(
                " About: {{interest}} ", "Hello,\r\n\r\n---\nyes.\n", " Read on ", Map.of("interest", " us: all "));
        // then
        assertThat(TextContent.parse(content.file())).isEqualTo(content);
        assertThat(content.file()).isEqualTo("""
            ---
            subject: About: {{interest}}
            link: Read on
            fallback.interest: us: all
            ---

            Hello,

            ---
            yes.
            """);
    }
}
