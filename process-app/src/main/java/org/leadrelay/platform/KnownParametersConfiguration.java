package org.leadrelay.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registration of {@link KnownParameters} under {@code /api}; a web form, which is outside, may hold any field. */
@Configuration(proxyBeanMethods = false)
class KnownParametersConfiguration implements WebMvcConfigurer {

    private final KnownParameters knownParameters;

    KnownParametersConfiguration(KnownParameters knownParameters) {
        this.knownParameters = knownParameters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(knownParameters).addPathPatterns("/api/**");
    }
}
