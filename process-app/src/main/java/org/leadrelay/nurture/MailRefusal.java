package org.leadrelay.nurture;

/** Why a mail that is permitted is not sent all the same. */
enum MailRefusal {
    UNDELIVERABLE("addressUndeliverable"),
    /** A field of the text would stand there without a value. */
    TEXT_INCOMPLETE("textIncomplete"),
    LESS_OFTEN("lessOften"),
    NOT_THIS_SUBJECT("notThisSubject");

    private final String code;

    MailRefusal(String code) {
        this.code = code;
    }

    /** As touches, the outbox and the log write it. */
    String code() {
        return code;
    }
}
