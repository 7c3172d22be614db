package org.leadrelay.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * Kinds of notices; everyone chooses channels kind by kind. The words of each stand beside this class in {@code kinds*.properties}.
 */
public enum NoticeKind {
    /** A promise is soon due. */
    REMIND("remind", MailPreference.NOW),
    /** A promise is broken. */
    OVERDUE("overdue", MailPreference.NOW),
    /** A promise is still broken some working time later. */
    ESCALATION("escalation", MailPreference.NOW),
    /** A lead has found no rep in time. */
    WAITING("waiting", MailPreference.NOW),
    /** An arbiter has judged. */
    VERDICT("verdict", MailPreference.NOW),
    /** Marketing has answered a question. */
    ANSWER("answer", MailPreference.NOW),
    /** A form objected in the name of a known person. */
    OBJECTION("objection", MailPreference.NOW),
    /** A version of the charter awaits the person's signature. */
    SIGNATURE("signature", MailPreference.NOW),
    /** A release of the models awaits the person's approval. */
    APPROVAL("approval", MailPreference.NOW),
    /** Somebody tried wrong passwords with the person's login. */
    GUESSING("guessing", MailPreference.NOW),

    /** An answer could not be carried out after its grace, and is a draft again. */
    ANSWER_LOST("answerLost", MailPreference.NOW),
    /** A source stopped sending what the decision tables read, or their last rows took over. */
    DRIFT("drift", MailPreference.NOW),
    /** The text of a nurture mail awaits the person's approval. */
    TEXT_APPROVAL("textApproval", MailPreference.NOW),
    /** A text that the person wrote was approved or returned. */
    TEXT_ANSWERED("textAnswered", MailPreference.OFF),
    /** A marketing tool did not take a touch. */
    TOOL_FAILED("toolFailed", MailPreference.NOW),
    /** Mail to a lead's address comes back. */
    UNDELIVERABLE("undeliverable", MailPreference.OFF),
    /** A nurture track asks for a call. */
    CALL_DUE("callDue", MailPreference.OFF);

    private final String code;
    private final MailPreference mailing;

    NoticeKind(String code, MailPreference mailing) {
        this.code = code;
        this.mailing = mailing;
    }

    /** As it stands in the database and in REST. */
    @JsonValue
    public String code() {
        return code;
    }

    /** How it is mailed to those who chose nothing. */
    MailPreference usually() {
        return mailing;
    }

    /** Empty for a code that an earlier version of the product wrote. */
    public static Optional<NoticeKind> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
