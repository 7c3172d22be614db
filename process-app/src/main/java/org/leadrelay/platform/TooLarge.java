package org.leadrelay.platform;

import java.util.Map;

/** What was sent is larger than the product takes; the detail names the limit. REST answers 413. */
public final class TooLarge extends ProductException {

    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
        this(detail, Map.of());
    }

    public TooLarge(String detail, Map<String, Object> properties) {
        super("Too large", detail, properties);
    }
}
