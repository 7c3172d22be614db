package org.leadrelay.access;

import static org.leadrelay.access.Permission.ADMINISTER_KEYS;
import static org.leadrelay.access.Permission.ADMINISTER_PEOPLE;
import static org.leadrelay.access.Permission.ADMINISTER_ROLES;
import static org.leadrelay.access.Permission.BRING_IN_LEADS;
import static org.leadrelay.access.Permission.KEEP_OUTBOX;
import static org.leadrelay.access.Permission.LIFT_LOGIN_BLOCKS;
import static org.leadrelay.access.Permission.READ_PERMISSIONS;
import static org.leadrelay.access.Permission.REBUILD_READ_MODELS;
import static org.leadrelay.access.Permission.WATCH_OPERATION;

import org.leadrelay.platform.DemoMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
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

    /** No session and no cookie, so no forged request of a browser either. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            BasicLogin people,
            ApiKeys keys,
            LoginThrottle throttle,
            ApiAuthorization mayCall,
            CurrentPerson person,
            ProblemResponses problems)
            throws Exception {
        return http.securityMatcher("/api/**", "/intake/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                // A page of the same browser keeps its session, and the session its id.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
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
                        .requestMatchers("/actuator/**")
                        .access(having(person, WATCH_OPERATION))
                        .requestMatchers("/api/admin/people/**", "/api/admin/teams/**")
                        .access(having(person, ADMINISTER_PEOPLE))
                        .requestMatchers(HttpMethod.GET, "/api/admin/permissions/**")
                        .access(having(person, ADMINISTER_ROLES, READ_PERMISSIONS))
                        .requestMatchers(HttpMethod.GET, "/api/admin/roles")
                        .access(having(person, ADMINISTER_ROLES, ADMINISTER_PEOPLE))
                        .requestMatchers("/api/admin/roles/**")
                        .access(having(person, ADMINISTER_ROLES))
                        .requestMatchers("/api/admin/keys/**")
                        .access(having(person, ADMINISTER_KEYS))
                        .requestMatchers("/api/admin/login-blocks/**")
                        .access(having(person, LIFT_LOGIN_BLOCKS))
                        .requestMatchers("/api/admin/outbox/**")
                        .access(having(person, KEEP_OUTBOX))
                        .requestMatchers("/api/admin/ledger/**", "/api/admin/worklist/**", "/api/admin/boards/**")
                        .access(having(person, REBUILD_READ_MODELS))
                        .requestMatchers("/api/admin/**")
                        .denyAll()
                        .requestMatchers(HttpMethod.POST, "/api/imports", "/api/imports/preview")
                        .access(mayUpload(mayCall, person))
                        .anyRequest()
                        .access(mayCall))
                .build();
    }

    /** Asked before the file is read: afterwards it would lie in the temporary folder. */
    private static AuthorizationManager<RequestAuthorizationContext> mayUpload(
            ApiAuthorization mayCall, CurrentPerson person) {
        return AuthorizationManagers.allOf(mayCall, having(person, BRING_IN_LEADS));
    }

    private static PermissionAuthorization having(CurrentPerson person, Permission... anyOf) {
        return new PermissionAuthorization(person, anyOf);
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
