package org.leadrelay.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What people are told of; everyone chooses channels kind by kind. */
public enum NoticeKind {
    /** A promise is soon due. */
    REMIND("remind", Mailing.NOW),
    /** A promise is broken. */
    OVERDUE("overdue", Mailing.NOW),
    /** A promise is still broken some working time later. */
    ESCALATION("escalation", Mailing.NOW),
    /** A lead has found no rep in time. */
    WAITING("waiting", Mailing.NOW),
    /** An arbiter has judged. */
    VERDICT("verdict", Mailing.NOW),
    /** A form objected in the name of a known person. */
    OBJECTION("objection", Mailing.NOW),
    /** Somebody tried wrong passwords with the person's login. */
    GUESSING("guessing", Mailing.NOW),

    /** A nurture track asks for a call. */
    CALL_DUE("callDue", Mailing.OFF);

    private final String code;
    private final Mailing mailing;

    NoticeKind(String code, Mailing mailing) {
        this.code = code;
        this.mailing = mailing;
    }

    /** As it stands in the database and in REST. */
    @JsonValue
    public String code() {
        return code;
    }

    /** How it is mailed to those who chose nothing. */
    Mailing usually() {
        return mailing;
    }

    static Optional<NoticeKind> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
