package org.leadrelay.promise.report;

/** Owner of a share of a promise's time. */
public enum TimeShare {
    /** Nobody had the step. */
    UNASSIGNED,
    /** Somebody had it and had not looked at it. */
    UNOPENED,
    /** Whoever had it had opened it. */
    OPENED,
    /** It waited for the other side: for marketing's answer, or for the buyer's own day. */
    WAITING,
    /** The product did not run. */
    DOWN
}
