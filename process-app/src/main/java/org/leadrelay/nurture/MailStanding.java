package org.leadrelay.nurture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deliverability of a lead's address, and what its owner wishes about mails short of an objection.
 *
 * @param undeliverable null for an address that takes mail, as far as is known
 * @param wishes the oldest first
 */
public record MailStanding(@Nullable Undeliverable undeliverable, List<Wish> wishes) {

    /** Who asked for less mail gets at most one within this time. */
    static final Duration LESS_OFTEN = Duration.ofDays(30);

    public MailStanding {
        wishes = List.copyOf(wishes);
    }

    /**
     * Mails to the address came back.
     *
     * @param status as the other mail server said it last: 5.1.1 is an unknown mailbox, 4.2.2 a full one
     * @param mails how many came back before it was taken for undeliverable
     */
    public record Undeliverable(String status, int mails, Instant since) {}

    /**
     * What somebody said on the page of a mail's link.
     *
     * @param wish {@code lessOften} or {@code notThisSubject}
     * @param track the subject; empty where it is about all of them
     */
    public record Wish(String wish, String track, Instant saidAt) {}

    /**
     * Why a mail on this subject is not sent now; null when nothing speaks against it.
     *
     * @param last when the lead got a mail the last time, null for never
     */
    @Nullable
    MailRefusal refusal(String track, @Nullable Instant last, Instant now) {
        if (wishes.stream()
                .anyMatch(each ->
                        each.wish().equals("notThisSubject") && each.track().equals(track))) {
            return MailRefusal.NOT_THIS_SUBJECT;
        }
        if (wishes.stream().anyMatch(each -> each.wish().equals("lessOften"))
                && last != null
                && last.isAfter(now.minus(LESS_OFTEN))) {
            return MailRefusal.LESS_OFTEN;
        }
        return undeliverable == null ? null : MailRefusal.UNDELIVERABLE;
    }
}
