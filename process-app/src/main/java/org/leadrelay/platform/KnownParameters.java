package org.leadrelay.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.leadrelay.platform.Invalid.Violation;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Interceptor that refuses unknown and repeated request parameters: in the query, in a form, and as
 * parts of a multipart body. A filter that nobody knows would be passed over, and everything
 * answered to somebody who asked for one thing.
 */
@Component
class KnownParameters implements HandlerInterceptor {

    private static final Wording WORDING = Wording.of(KnownParameters.class);

    private final Map<HandlerMethod, DeclaredParameters> declared = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !isFormForJson(request, method)) {
            check(declared.computeIfAbsent(method.createWithResolvedBean(), DeclaredParameters::of), sent(request));
        }
        return true;
    }

    private static void check(DeclaredParameters declared, Map<String, Integer> sent) {
        List<Violation> wrong = new ArrayList<>();
        sent.forEach((name, times) -> {
            if (!declared.knows(name)) {
                wrong.add(new Violation(name, unknown(name, declared.names())));
            } else if (times > 1 && !declared.mayRepeat(name)) {
                wrong.add(new Violation(name, WORDING.text("repeated", name)));
            }
        });
        if (!wrong.isEmpty()) {
            throw Invalid.of(wrong);
        }
    }

    private static String unknown(String name, Collection<String> known) {
        return known.isEmpty()
                ? WORDING.text("noParameters", name)
                : WORDING.text("unknownParameter", name, String.join(", ", known));
    }

    /** By name, how often. */
    private static Map<String, Integer> sent(HttpServletRequest request) {
        Map<String, Integer> sent = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> sent.merge(name, values.length, Integer::sum));
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts != null) {
            parts.getMultiFileMap().forEach((name, files) -> sent.merge(name, files.size(), Integer::sum));
        }
        return sent;
    }

    /** Its fields are no parameters: the whole body is refused for its kind. */
    private static boolean isFormForJson(HttpServletRequest request, HandlerMethod method) {
        String type = request.getContentType();
        return type != null
                && (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/"))
                && List.of(method.getMethodParameters()).stream()
                        .anyMatch(each -> each.hasParameterAnnotation(RequestBody.class));
    }
}
