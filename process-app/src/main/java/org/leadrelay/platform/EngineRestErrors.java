package org.leadrelay.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * Error format of Camunda's REST, in which refusals under its address are written: JSON with {@code type} and {@code message}.
 * Camunda Modeler shows {@code message}, and of problem+json nothing.
 */
public final class EngineRestErrors {

    public static final String PATH = "/engine-rest";

    /** What Camunda Modeler offers where it knows no address. */
    public static final String OTHER_PATH = "/rest";

    private static final List<String> PATHS = List.of(PATH, OTHER_PATH);

    private EngineRestErrors() {}

    /** Whether whoever asks expects Camunda's REST; also where the request goes on as an error. */
    public static boolean isAsked(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? within(request, uri) : UploadPath.of(request);
        return isPath(path);
    }

    private static String within(HttpServletRequest request, String uri) {
        @Nullable String context = request.getContextPath();
        return context != null && uri.startsWith(context) ? uri.substring(context.length()) : uri;
    }

    private static boolean isPath(String path) {
        return PATHS.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    static Map<String, Object> refusal(ProblemDetail problem) {
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("type", String.valueOf(problem.getTitle()));
        refusal.put("message", String.valueOf(problem.getDetail()));
        if (problem.getProperties() != null) {
            refusal.putAll(problem.getProperties());
        }
        return refusal;
    }
}
