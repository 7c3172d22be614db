package org.leadrelay.platform;

import java.util.Map;

/** Not found, or not visible to this person; REST answers 404. REST answers 404. */
public final class NotFound extends ProductException {

    private static final long serialVersionUID = 1L;

    public NotFound(String detail) {
        this(detail, Map.of());
    }

    public NotFound(String detail, Map<String, Object> properties) {
        super("Not found", detail, properties);
    }
}
