package org.leadrelay.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Removes {@code Forwarded}, {@code X-Forwarded-*} and their like from every request. What a
 * trusted proxy says has been read into the request before; nothing behind this valve has a reason
 * to look at these headers, and some libraries do, whoever sent them.
 */
class ForwardedHeaderRemoval extends ValveBase {

    private static final Set<String> NAMES = Set.of(
            "forwarded",
            "proxy",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "x-http-method-override",
            "x-http-method",
            "x-method-override");
    private static final List<String> BEGINNINGS = List.of("x-forwarded", "x-original-", "x-rewrite-", "x-proxyuser-");

    ForwardedHeaderRemoval() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        List<String> names = Collections.list(headers.names());
        names.stream().filter(ForwardedHeaderRemoval::isOne).forEach(headers::removeHeader);
        getNext().invoke(request, response);
    }

    private static boolean isOne(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
