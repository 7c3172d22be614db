package org.leadrelay.platform;

import org.jspecify.annotations.Nullable;

/**
 * Exception that stops the start of the application with a message and exit code 1. It is told in plain words,
 * without a stack trace, and ends with exit code 1.
 */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public CannotStart(String reason, String remedy) {
        this(reason, remedy, null);
    }

    public CannotStart(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
