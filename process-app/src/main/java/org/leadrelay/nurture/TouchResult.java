package org.leadrelay.nurture;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Channel;

/** Result of a planned touch: sent, recorded for somebody else to make, or skipped. */
record TouchResult(
        String state, @Nullable Channel channel, @Nullable String reason) {

    /**
     * The touch that the lead's permitted channels allow; none is no touch, but a record.
     *
     * @param refusal why a mail is not sent although it is permitted; null when nothing speaks against it
     */
    static TouchResult of(String kind, Set<Channel> permitted, @Nullable MailRefusal refusal) {
        if (permitted.isEmpty()) {
            return skipped("noChannel");
        }
        return switch (kind) {
            case "mail", Touches.EXTERNAL -> byMail(permitted, refusal);
            case "call" -> byCall(permitted);
            case "none" -> skipped("none");
            default -> skipped("unknownKind");
        };
    }

    private static TouchResult byMail(Set<Channel> permitted, @Nullable MailRefusal refusal) {
        if (permitted.contains(Channel.MAIL)) {
            return refusal == null ? new TouchResult("sent", Channel.MAIL, null) : insteadOfMail(permitted, refusal);
        }
        return atSource(permitted, "mailNotPermitted");
    }

    /** Whoever asks for less mail did not ask for calls; an address that fails says nothing about either. */
    private static TouchResult insteadOfMail(Set<Channel> permitted, MailRefusal refusal) {
        return refusal == MailRefusal.UNDELIVERABLE && permitted.contains(Channel.CALL)
                ? new TouchResult("recorded", Channel.CALL, refusal.code())
                : skipped(refusal.code());
    }

    private static TouchResult byCall(Set<Channel> permitted) {
        if (permitted.contains(Channel.CALL)) {
            return new TouchResult("recorded", Channel.CALL, null);
        }
        return atSource(permitted, "callNotPermitted");
    }

    private static TouchResult atSource(Set<Channel> permitted, String otherwise) {
        return permitted.contains(Channel.AT_SOURCE)
                ? new TouchResult("recorded", Channel.AT_SOURCE, null)
                : skipped(otherwise);
    }

    private static TouchResult skipped(String reason) {
        return new TouchResult("skipped", null, reason);
    }
}
