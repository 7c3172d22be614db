package org.leadrelay.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dependency check: what is delivered, held against the known vulnerabilities of {@code
 * .ci/advisories.json}.
 */
class AdvisoriesIT {

    @Test
    void no_library_has_a_known_vulnerability_that_concerns_us() throws IOException {
        assertThat(matches(Delivery.libraries())).isEmpty();
    }

    @Test
    void no_image_has_a_known_vulnerability_that_concerns_us() throws IOException {
        assertThat(Delivery.images()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(matches(Delivery.images())).isEmpty();
    }

    @Test
    void whatever_excuses_nothing_any_more_is_taken_out() throws IOException {
        // given
        List<Part> parts = Stream.concat(Delivery.libraries().stream(), Delivery.images().stream())
                .toList();

        // then
        assertThat(Delivery.advisories())
                .filteredOn(each -> each.unconcerned() != null)
                .allMatch(each -> parts.stream().anyMatch(each::affects));
    }

    @Test
    void every_advisory_can_be_read_and_applied() throws IOException {
        assertThat(Delivery.advisories())
                .hasSizeGreaterThan(50)
                .allSatisfy(each -> {
                    assertThat(each.id()).isNotBlank();
                    assertThat(each.component()).matches("(image:|[\\w.*-]+:)[\\w./*-]+");
                    assertThat(each.source()).startsWith("https://");
                    assertThat(each.range().getRestrictions()).isNotEmpty();
                })
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.vaadin:flow-server | 24.9.7       | [24.0.0,24.9.8) | true",
                "com.vaadin:flow-server | 24.9.8       | [24.0.0,24.9.8) | false",
                "com.vaadin:flow-server | 24.9.15      | [24.0.0,24.9.8) | false",
                "com.vaadin:flow-server | 24.10.0      | [24.0.0,24.9.8) | false",
                "com.vaadin:flow-server | 2.13.0       | [24.0.0,24.9.8) | false",
                "com.vaadin:flow-data   | 24.9.7       | [24.0.0,24.9.8) | false",
                "com.vaadin:flow-server-extra | 24.9.7 | [24.0.0,24.9.8) | false",
                "comXvaadin:flow-server | 24.9.7       | [24.0.0,24.9.8) | false",
                "com.vaadin:flow-server | 24.0.0.beta1 | [24.0.0,24.9.8) | false",
                "com.vaadin:flow-server | 24.9.8.rc1   | [24.0.0,24.9.8) | true",
                "com.vaadin:flow-server | 24.9.8.Final | [24.0.0,24.9.8) | false",
                "com.vaadin:flow-server | 1.5          | (,1.6),[2.0,2.1] | true",
                "com.vaadin:flow-server | 1.6          | (,1.6),[2.0,2.1] | false",
                "com.vaadin:flow-server | 2.1          | (,1.6),[2.0,2.1] | true"
            })
    void versions_are_compared_as_maven_compares_them(String name, String version, String affected, boolean expected) {
        // given
        Advisory advisory = new Advisory("X-1", "com.vaadin:flow-server", affected, "https://x", null);

        // then
        assertThat(advisory.affects(new Part(name, version))).isEqualTo(expected);
    }

    @Test
    void a_star_stands_for_any_name() {
        Advisory advisory = new Advisory("X-1", "io.netty:*", "(,4.1.136.Final)", "https://x", null);
        assertThat(advisory.affects(new Part("io.netty:netty-codec", "4.1.135.Final")))
                .isTrue();
        assertThat(advisory.affects(new Part("io.netty:netty-codec", "4.1.136.Final")))
                .isFalse();
        assertThat(advisory.affects(new Part("io.netty.incubator:netty", "4.1.1")))
                .isFalse();
    }

    @Test
    void a_range_that_nobody_can_read_is_told() {
        Advisory advisory = new Advisory("X-1", "io.netty:*", "[2,1)", "https://x", null);
        assertThatThrownBy(advisory::range).hasMessageContaining("X-1");
    }

    private static List<String> matches(List<Part> parts) throws IOException {
        List<Advisory> advisories = Delivery.advisories();
        return parts.stream()
                .flatMap(part -> advisories.stream()
                        .filter(each -> each.unconcerned() == null)
                        .filter(each -> each.affects(part))
                        .map(each -> part + ": " + each))
                .toList();
    }
}
