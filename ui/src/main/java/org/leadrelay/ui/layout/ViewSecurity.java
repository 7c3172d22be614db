package org.leadrelay.ui.layout;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Views are behind the login view; the chain of {@code /api} comes before this one. What is pushed
 * to a page runs as the person in front of it.
 */
@Configuration(proxyBeanMethods = false)
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class ViewSecurity {

    @Bean
    SecurityFilterChain views(HttpSecurity http) throws Exception {
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        views -> views.loginView(LoginView.class))
                .build();
    }
}
