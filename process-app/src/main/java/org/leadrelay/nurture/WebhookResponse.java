package org.leadrelay.nurture;

/**
 * Answer of a marketing tool to a webhook.
 *
 * @param error the status or the kind of failure, never the tool's words
 */
record WebhookResponse(Kind kind, String error) {

    /** What an answer means for the touch. */
    enum Kind {
        TAKEN,
        /** This touch is not taken, now or later. */
        REFUSED,
        /** The settings are wrong: the address leads on to another, which is never followed. */
        REDIRECTED,
        /** The tool is down, or has too much to do: it is tried again. */
        DOWN
    }

    static WebhookResponse of(int status) {
        return new WebhookResponse(kind(status), "HTTP " + status);
    }

    private static Kind kind(int status) {
        if (status >= 200 && status < 300) {
            return Kind.TAKEN;
        }
        if (status >= 300 && status < 400) {
            return Kind.REDIRECTED;
        }
        return status == 408 || status == 425 || status == 429 || status >= 500 || status < 200
                ? Kind.DOWN
                : Kind.REFUSED;
    }

    static WebhookResponse none(String failure) {
        return new WebhookResponse(Kind.DOWN, failure);
    }
}
