package org.leadrelay.nurture;

/** Why a touch was given up that a marketing tool should have carried out. */
enum ToolFailure {
    /** The settings name no such tool. */
    UNKNOWN("toolUnknown"),
    /** It did not answer for as long as it was tried. */
    DOWN("toolDown"),
    /** It answered that it does not take this. */
    REFUSED("toolRefused"),
    /** Its address leads on to another, which is not followed. */
    REDIRECTED("toolRedirected");

    private final String code;

    ToolFailure(String code) {
        this.code = code;
    }

    /** As touches, the outbox and the log write it. */
    String code() {
        return code;
    }
}
