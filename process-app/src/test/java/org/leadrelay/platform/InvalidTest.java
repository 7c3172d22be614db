package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Invalid.Violation;

class InvalidTest {

    @Test
    void a_hundred_are_named_and_the_others_are_counted() {
        Invalid many = Invalid.of(wrong(1_123));

        assertThat(many.violations()).hasSize(100);
        assertThat(many.more()).isEqualTo(1_023);
        assertThat(many.properties()).containsEntry("moreErrors", 1_023);
        assertThat((List<?>) many.properties().get("errors")).hasSize(100);
        assertThat(many.detail()).contains("f0: wrong", "1113 more").hasSizeLessThan(400);
        assertThat(many.words()).contains("1113 more").hasSizeLessThan(400);
    }

    @Test
    void few_are_all_said() {
        Invalid few = Invalid.of(wrong(10));

        assertThat(few.violations()).hasSize(10);
        assertThat(few.properties()).doesNotContainKey("moreErrors");
        assertThat(few.detail()).endsWith("f9: wrong");
    }

    private static List<Violation> wrong(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Violation("f" + i, "wrong"))
                .toList();
    }
}
