package org.leadrelay.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Security filter chain of the links in mails, open to all. Their token says what they may do: no login is asked for
 * or counted, no session or cookie is made, and no token against forged requests is wanted, for a mail program that
 * unsubscribes with one click has none (RFC 8058).
 */
@Configuration(proxyBeanMethods = false)
class MailLinkSecurity {

    private static final String[] LINKS = {"/u/{token}", "/c/{token}"};

    @Bean
    @Order(2)
    SecurityFilterChain linksOfMails(HttpSecurity http, ProblemResponses problems) throws Exception {
        return http.securityMatcher("/u/**", "/c/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, LINKS)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, LINKS)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, LINKS)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
