package org.leadrelay.ui.layout;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.platform.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Views are behind the login view; the chain of {@code /api} comes before this one. What is pushed
 * to a page runs as the person in front of it.
 */
@Configuration(proxyBeanMethods = false)
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class ViewSecurity {

    @Bean
    SecurityFilterChain views(
            HttpSecurity http,
            CurrentPerson person,
            ProblemWriter problems,
            AuthenticationFailureHandler refusals)
            throws Exception {
        return http.addFilterBefore(new UploadAccess(person, problems), CsrfFilter.class)
                .with(VaadinSecurityConfigurer.vaadin(), views -> views.loginView(LoginView.class))
                // After Vaadin's: before it, Spring's own login page would take the view's place.
                .formLogin(form -> form.failureHandler(refusals))
                .build();
    }
}
