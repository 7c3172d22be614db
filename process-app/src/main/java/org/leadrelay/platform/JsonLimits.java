package org.leadrelay.platform;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stream read constraints of JSON: depth, length and size of what comes in; far above what any operation takes. */
@Configuration(proxyBeanMethods = false)
class JsonLimits {

    static final int DEEPEST = 64;
    static final int LONGEST_NUMBER = 100;
    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_TEXT = 1_000_000;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer jsonWithinLimits() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .maxStringLength(LONGEST_TEXT)
                .build();
        return builder -> builder.factory(
                new JsonFactoryBuilder().streamReadConstraints(limits).build());
    }
}
