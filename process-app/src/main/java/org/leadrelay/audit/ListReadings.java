package org.leadrelay.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.platform.Page;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Access log of the lists that REST answers with, in which leads are named: written before the first byte of the list. */
@RestControllerAdvice
class ListReadings implements ResponseBodyAdvice<Object> {

    /** The operations, each with what the log calls its list. */
    static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("/api/leads", "leads"),
            Map.entry("/api/tasks", "tasks"),
            Map.entry("/api/promises", "promises"),
            Map.entry("/api/duplicates", "duplicates"),
            Map.entry("/api/consent-cases", "consent-cases"),
            Map.entry("/api/imports/{id}/rows", "import-rows"),
            Map.entry("/api/charter/versions/{version}/recomputation", "recomputation"),
            Map.entry("/api/team/waiting", "waiting"),
            Map.entry("/api/team/incoming", "incoming"),
            Map.entry("/api/process/failed-jobs", "failed-jobs"),
            Map.entry("/api/boards/{board}/leads", "board-leads"));

    private final ReadingLog readings;

    ListReadings(ReadingLog readings) {
        this.readings = readings;
    }

    @Override
    public boolean supports(MethodParameter returns, Class<? extends HttpMessageConverter<?>> converter) {
        return Page.class.isAssignableFrom(returns.getParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returns,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Page<?> page
                && HttpMethod.GET.equals(request.getMethod())
                && request instanceof ServletServerHttpRequest http
                && http.getServletRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                        instanceof String pattern
                && LISTS.containsKey(pattern)) {
            readings.list(LISTS.get(pattern), Way.REST, page.total());
        }
        return body;
    }
}
