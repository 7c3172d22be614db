package org.leadrelay.platform;

import org.jspecify.annotations.Nullable;

/**
 * Exception that stops the start of the application with a message and exit code 1. The message is plain text without
 * a stack trace.
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
