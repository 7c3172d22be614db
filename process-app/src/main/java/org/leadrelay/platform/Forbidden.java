package org.leadrelay.platform;

import java.util.Map;

/** Access denied: the person is known and may not do this; REST answers 403. REST answers 403. */
public final class Forbidden extends ProductException {

    private static final long serialVersionUID = 1L;

    public Forbidden(String detail) {
        this(detail, Map.of());
    }

    public Forbidden(String detail, Map<String, Object> properties) {
        super("Not allowed", detail, properties);
    }
}
