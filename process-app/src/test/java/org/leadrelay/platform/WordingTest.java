package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.access.People;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class WordingTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");

    private final Wording wording = Wording.of(People.class);

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void the_language_is_that_of_the_request() {
        // when
        LocaleContextHolder.setLocale(Locale.GERMANY);
        String german = wording.text("nobody", "rosa");
        LocaleContextHolder.setLocale(Locale.FRANCE);
        String neither = wording.text("nobody", "rosa");

        // then
        assertThat(german).isEqualTo("Niemand hat den Anmeldenamen „rosa“.");
        assertThat(neither).isEqualTo("Nobody has the login 'rosa'.");
    }

    @Test
    void outside_of_a_request_it_is_english_wherever_the_machine_stands() {
        // given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            // when, then
            assertThat(wording.text("noTeam")).isEqualTo("There is no such team.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_there_in_english_and_in_german_with_the_same_arguments(String bundle) throws IOException {
        // given
        Properties english = read(bundle + ".properties");
        Properties german = read(bundle + "_de.properties");

        // then
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(german.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    /** A single one would quote what follows, and no argument in it would be filled in; around a brace it says that none is meant. */
    @ParameterizedTest
    @MethodSource("bundles")
    void every_apostrophe_is_written_twice(String bundle) throws IOException {
        for (String language : List.of("", "_de")) {
            Properties texts = read(bundle + language + ".properties");
            for (String key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key).replace("''", "").replaceAll("'[{}]'", ""))
                        .as(key)
                        .doesNotContain("'");
            }
        }
    }

    static List<String> bundles() throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        List<String> bundles = Stream.of("org/leadrelay/**", "mail")
                .flatMap(each -> found(resolver, "classpath*:" + each + "/*.properties"))
                .map(WordingTest::path)
                .map(each -> each.replaceFirst("(_de)?\\.properties$", ""))
                .distinct()
                .sorted()
                .toList();
        assertThat(bundles).contains("/org/leadrelay/access/wording");
        return bundles;
    }

    private static Stream<Resource> found(PathMatchingResourcePatternResolver resolver, String pattern) {
        try {
            return Arrays.stream(resolver.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Resource resource) {
        try {
            String url = resource.getURL().getPath();
            return url.substring(url.lastIndexOf(url.contains("/org/leadrelay/") ? "/org/leadrelay/" : "/mail/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String path) throws IOException {
        Properties texts = new Properties();
        InputStream stream = WordingTest.class.getResourceAsStream(path);
        assertThat(stream).as(path).isNotNull();
        try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
