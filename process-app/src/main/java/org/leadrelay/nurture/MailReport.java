package org.leadrelay.nurture;

/**
 * What another mail server, or the tool that wrote it, reports of a mail.
 *
 * @param kind what became of it
 * @param status as RFC 3463 writes it, of a bounce or a delay; else empty
 * @param confirmed whether a person is known to have done it; of a click
 */
record MailReport(Kind kind, String status, boolean confirmed) {

    MailReport(Kind kind, String status) {
        this(kind, status, false);
    }

    /** What became of a mail. */
    enum Kind {
        /** It could not be handed over. */
        BOUNCE,
        /** It was not handed over yet, and is tried again. */
        DELAYED,
        /** Its receiver called it unwanted. */
        COMPLAINT,
        /** It was handed over. */
        DELIVERED,
        /** Its receiver wants no more mail. */
        UNSUBSCRIBE,
        /** Somebody, or something, followed a link in it. */
        CLICK
    }

    boolean forGood() {
        return kind == Kind.BOUNCE && status.startsWith("5");
    }
}
