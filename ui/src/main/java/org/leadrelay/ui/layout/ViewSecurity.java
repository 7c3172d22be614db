package org.leadrelay.ui.layout;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.OpenSessions;
import org.leadrelay.access.SessionLogin;
import org.leadrelay.platform.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Security filter chain of the views, behind the login page; the chain of {@code /api} comes before this one.
 * What is pushed to a page runs as the person in front of it.
 */
@Configuration(proxyBeanMethods = false)
class ViewSecurity {

    static final String LOGIN = "/login";

    /** Vaadin's own messages carry a token of Vaadin's; its own rule would leave the login out. */
    @Bean
    SecurityFilterChain views(
            HttpSecurity http,
            SessionLogin login,
            OpenSessions sessions,
            RequestUtil requests,
            CurrentPerson person,
            ProblemWriter problems,
            AuthenticationFailureHandler refusals)
            throws Exception {
        return http.csrf(csrf -> csrf.ignoringRequestMatchers(requests::isFrameworkInternalRequest))
                .securityContext(context -> context.securityContextRepository(login))
                .formLogin(form -> form.loginPage(LOGIN)
                        .permitAll()
                        .failureHandler(refusals)
                        .authenticationDetailsSource(login))
                .exceptionHandling(handling -> handling.accessDeniedHandler(staleLogin()))
                .addFilterAfter(new EndedSessionFilter(sessions, requests), SecurityContextHolderFilter.class)
                .addFilterBefore(new UploadAccess(person, problems), CsrfFilter.class)
                .authorizeHttpRequests(asked ->
                        asked.requestMatchers(HttpMethod.GET, "/robots.txt").permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        views -> views.loginView(LoginView.class).enableCsrfConfiguration(false))
                .build();
    }

    /** For all threads, so also for those that push. */
    @Bean
    PageSecurityContexts securityContexts() {
        PageSecurityContexts contexts = new PageSecurityContexts();
        SecurityContextHolder.setContextHolderStrategy(contexts);
        return contexts;
    }

    /** A login page that lay open until its session was gone; typing again is all it takes. */
    private static AccessDeniedHandler staleLogin() {
        AccessDeniedHandlerImpl otherwise = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            if (denied instanceof CsrfException && LOGIN.equals(request.getServletPath())) {
                response.sendRedirect(request.getContextPath() + LOGIN + "?" + LoginView.STALE);
            } else {
                otherwise.handle(request, response, denied);
            }
        };
    }
}
