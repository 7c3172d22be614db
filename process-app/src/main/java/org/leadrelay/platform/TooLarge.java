package org.leadrelay.platform;

import java.util.Map;

/** Request entity too large; REST answers 413, and the detail names the limit. REST answers 413. */
public final class TooLarge extends ProductException {

    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
        this(detail, Map.of());
    }

    public TooLarge(String detail, Map<String, Object> properties) {
        super("Too large", detail, properties);
    }
}
