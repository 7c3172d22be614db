package org.leadrelay.access;

import org.leadrelay.platform.DemoMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Security filter chain of everything that is not a view. What no rule names is closed. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String ADMINISTRATOR = "ROLE_" + Roles.ADMINISTRATOR;

    /** No session and no cookie, so no forged request of a browser either. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            BasicLogin people,
            ApiKeys keys,
            LoginThrottle throttle,
            ApiAuthorization mayCall,
            ProblemResponses problems)
            throws Exception {
        return http.securityMatcher("/api/**", "/intake/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new ApiKeyFilter(keys, throttle, problems), BasicAuthenticationFilter.class)
                .addFilterAt(new BasicAuthenticationFilter(people, problems), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/intake/web-to-lead")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/api/admin/**")
                        .hasAuthority(ADMINISTRATOR)
                        .requestMatchers(HttpMethod.POST, "/api/imports", "/api/imports/preview")
                        .access(mayUpload(mayCall))
                        .anyRequest()
                        .access(mayCall))
                .build();
    }

    /** Asked before the file is read: afterwards it would lie in the temporary folder. */
    private static AuthorizationManager<RequestAuthorizationContext> mayUpload(ApiAuthorization mayCall) {
        return AuthorizationManagers.allOf(mayCall, AuthorityAuthorizationManager.hasAnyRole(Roles.importing()));
    }

    /** A worker node has no views, so there is nothing else to open. */
    @Bean
    @Order(100)
    @ConditionalOnMissingClass("com.vaadin.flow.server.VaadinServlet")
    SecurityFilterChain nothingElse(HttpSecurity http, ProblemResponses problems) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    /** The session's cookie travels over TLS only, but for the demo, which is on this machine. */
    @Bean
    ServletContextInitializer secureCookie(CookieSettings settings, ObjectProvider<DemoMode> demo) {
        Boolean given = settings.secure();
        boolean secure = given == null ? demo.getIfAvailable() == null : given;
        return context -> context.getSessionCookieConfig().setSecure(secure);
    }
}
