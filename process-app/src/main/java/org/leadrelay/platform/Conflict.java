package org.leadrelay.platform;

import java.util.Map;

/** Conflict with another command; REST answers 409, and the detail says who or what was first. REST answers 409. */
public final class Conflict extends ProductException {

    private static final long serialVersionUID = 1L;

    public Conflict(String detail) {
        this(detail, Map.of());
    }

    public Conflict(String detail, Map<String, Object> properties) {
        super("Conflict", detail, properties);
    }
}
