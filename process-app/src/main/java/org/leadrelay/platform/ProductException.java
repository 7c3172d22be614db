package org.leadrelay.platform;

import java.util.Map;

/**
 * Base exception of refusals in the user's words: REST answers it as problem+json, a view shows it as a message.
 * Throwing it decides nothing about the transaction; the caller does.
 */
public abstract class ProductException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String title;
    private final String detail;
    private final transient Map<String, Object> properties;

    protected ProductException(String title, String detail) {
        this(title, detail, Map.of());
    }

    protected ProductException(String title, String detail, Map<String, Object> properties) {
        super(detail);
        this.title = title;
        this.detail = detail;
        this.properties = Map.copyOf(properties);
    }

    /** What kind of refusal this is, a few words. */
    public String title() {
        return title;
    }

    /** What was wrong, where, and what to do about it. */
    public String detail() {
        return detail;
    }

    /** The same for a page, where nobody knows the names that machines have for its fields. */
    public String words() {
        return detail;
    }

    /** More for machines, such as the field's name. */
    public Map<String, Object> properties() {
        return properties;
    }
}
