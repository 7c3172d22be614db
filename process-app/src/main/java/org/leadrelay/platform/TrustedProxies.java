package org.leadrelay.platform;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Client address, scheme and port behind a reverse proxy: read from {@code X-Forwarded-For}, {@code
 * X-Forwarded-Proto} and {@code X-Forwarded-Port} when a proxy of {@code leadrelay.proxy.trusted}
 * sent the request, and from the connection otherwise. {@code request.getRemoteAddr()} is then the
 * caller's. The host is always that of the {@code Host} header, which a proxy hands on: many
 * proxies pass an {@code X-Forwarded-Host} of the caller through.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String SETTING = "LEADRELAY_PROXY_TRUSTED";

    private final ProxySettings settings;
    private final ServerProperties server;

    TrustedProxies(ProxySettings settings, ServerProperties server) {
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        refuseOtherWays();
        if (!settings.trusted().isEmpty()) {
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(pattern());
            valve.setRemoteIpHeader("X-Forwarded-For");
            valve.setProtocolHeader("X-Forwarded-Proto");
            valve.setPortHeader("X-Forwarded-Port");
            factory.addEngineValves(valve);
        }
        factory.addEngineValves(new ForwardedHeaderRemoval());
    }

    private String pattern() {
        try {
            return ProxyNetwork.pattern(settings.trusted());
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    SETTING + ": " + e.getMessage() + ".",
                    "Name the addresses or networks of the proxies before this node, with commas" + " between them.",
                    e);
        }
    }

    /** Spring Boot's own ways believe everybody, or everybody in a private network. */
    private void refuseOtherWays() {
        ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
        ServerProperties.Tomcat.Remoteip remoteIp = server.getTomcat().getRemoteip();
        if ((strategy != null && strategy != ForwardHeadersStrategy.NONE)
                || StringUtils.hasText(remoteIp.getRemoteIpHeader())
                || StringUtils.hasText(remoteIp.getProtocolHeader())) {
            throw new CannotStart(
                    "SERVER_FORWARDHEADERSSTRATEGY and SERVER_TOMCAT_REMOTEIP_* believe the"
                            + " X-Forwarded headers of whoever sends them.",
                    "Leave them out and name the proxies before this node in "
                            + SETTING
                            + ", as addresses or networks such as 10.0.3.0/24.");
        }
    }
}
