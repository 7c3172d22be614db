package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.platform.Invalid;

/** How the bytes of a web form become text. */
class FormEncodingTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    @Test
    void what_is_not_declared_is_read_as_utf_8_and_else_as_western() {
        // given
        byte[] modern = "Müller".getBytes(StandardCharsets.UTF_8);
        byte[] old = "Müller".getBytes(WESTERN);

        // then
        assertThat(FormEncoding.UNDECLARED.decode(modern, "name")).isEqualTo("Müller");
        assertThat(FormEncoding.UNDECLARED.guesses(modern)).isFalse();
        assertThat(FormEncoding.UNDECLARED.decode(old, "name")).isEqualTo("Müller");
        assertThat(FormEncoding.UNDECLARED.guesses(old)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "US-ASCII", "windows-1252"})
    void browsers_mean_windows_where_they_say_latin(String name) {
        assertThat(FormEncoding.named("charset", name).decode(new byte[] {(byte) 0x80}, "name"))
                .isEqualTo("€");
    }

    @Test
    void what_a_declared_encoding_cannot_hold_is_refused_with_its_field() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> FormEncoding.named("charset", "UTF-8").decode("Müller".getBytes(WESTERN), "name"))
                .satisfies(e -> assertThat(e.violations().get(0).field()).isEqualTo("name"));
        assertThat(FormEncoding.named("charset", "UTF-8").guesses("Müller".getBytes(WESTERN)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "UTF-16", "no charset!"})
    void an_encoding_that_is_none_or_does_not_hold_ascii_is_refused(String name) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> FormEncoding.named("charset", name))
                .satisfies(e -> assertThat(e.violations().get(0).field()).isEqualTo("charset"));
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({"&#321;ukasz, Łukasz", "&#65;da, &#65;da", "&#55296;, &#55296;", "&#1114112;, &#1114112;", "R&D, R&D"})
    void letters_that_the_encoding_lacks_come_as_references(String sent, String read) {
        assertThat(FormEncoding.named("charset", "ISO-8859-1").decode(sent.getBytes(WESTERN), "name"))
                .isEqualTo(read);
        assertThat(FormEncoding.UNDECLARED.decode(sent.getBytes(StandardCharsets.UTF_8), "name"))
                .isEqualTo(sent);
    }
}
