package org.leadrelay.platform.embedded;

/** The embedded database cannot be had; the message says why and what to do. */
final class EmbeddedServerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedServerFailed(String message) {
        super(message);
    }

    EmbeddedServerFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
