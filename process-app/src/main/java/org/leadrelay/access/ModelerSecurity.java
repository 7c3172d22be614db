package org.leadrelay.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.leadrelay.platform.EngineRestErrors;
import org.leadrelay.platform.ProblemWriter;
import org.leadrelay.platform.PublicAddress;
import org.leadrelay.platform.UploadPath;
import org.leadrelay.platform.Wording;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * Security filter chains of Camunda Modeler's REST, and of whoever looks for REST where there is none: Modeler takes the login
 * page, to which others are sent, for a connection that stands, and asks for no password.
 */
@Configuration(proxyBeanMethods = false)
class ModelerSecurity {

    static final String WELL_KNOWN = "/.well-known/camunda-automation-platform/";

    private static final String LINK = "/redesign/from-modeler/**";

    private static final Wording WORDING = Wording.of(ModelerSecurity.class);

    /** As stateless as that of the API. Without credentials it answers 401 and nothing else, by which Modeler asks for some. */
    @Bean
    @Order(2)
    SecurityFilterChain engineRest(
            HttpSecurity http,
            BasicLogin passwords,
            TokenLogin tokens,
            CurrentPerson person,
            ProblemResponses refusals,
            ProblemWriter problems)
            throws Exception {
        return stateless(http)
                .securityMatcher(
                        EngineRestErrors.PATH + "/**", EngineRestErrors.OTHER_PATH + "/**", WELL_KNOWN + "**", LINK)
                .addFilterAt(new ModelerLogin(passwords, tokens, refusals, problems), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                EngineRestErrors.OTHER_PATH + "/**", WELL_KNOWN + "**", LINK)
                        .permitAll()
                        .anyRequest()
                        .access(mayRedesign(person)))
                .build();
    }

    /** Whoever accepts JSON and no page is told that there is none, instead of being led to the login page. */
    @Bean
    @Order(3)
    SecurityFilterChain noRestElsewhere(HttpSecurity http, ProblemWriter problems, PublicAddress address)
            throws Exception {
        return stateless(http)
                .securityMatcher(ModelerSecurity::looksForRest)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((request, response, nobody) -> problems.write(
                                request,
                                response,
                                HttpStatus.NOT_FOUND,
                                "Not found",
                                WORDING.text("noRestHere", address.of(request)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .logout(logout -> logout.disable());
    }

    /** Whoever may not is told so with the connection check, and not when the work is to be deployed. */
    private static AuthorizationManager<RequestAuthorizationContext> mayRedesign(CurrentPerson person) {
        PermissionAuthorization permission = new PermissionAuthorization(person, Permission.REDESIGN);
        return (somebody, context) -> {
            if (somebody.get().getAuthorities().contains(BasicLogin.MUST_CHANGE_PASSWORD)) {
                return Refusal.of("choosePasswordFirst");
            }
            AuthorizationDecision decision = permission.check(somebody, context);
            return decision.isGranted() ? decision : Refusal.of("mayNotRedesign");
        };
    }

    private static boolean looksForRest(HttpServletRequest request) {
        String path = UploadPath.of(request);
        if (path.equals("/error") || path.startsWith("/VAADIN/")) {
            return false;
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return !accepted.isEmpty() && accepted.stream().allMatch(ModelerSecurity::isJson);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static boolean isJson(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }
}
